// SPDX-License-Identifier: AGPL-3.0-or-later
import { CARD_STATE_AFTER, type Outcome } from '@sportello/domain';
import { CardRegisterRepository } from '../activation/card-register.repository';
import type { RevocationRequestRow } from '../database/rows/revocation-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import type { Refusal } from '../problems/refusal';
import { type RevocationStep, advanceRevocation } from './advance-revocation';
import { RevocationRepository } from './revocation.repository';

/** What was asked for is seen in CRL or OCSP, or by a supervisor elsewhere. From here on the register says it too, and nothing more goes out. `row` is held by the caller. */
export async function confirmRevocation(
  transaction: Transaction,
  doer: Doer,
  row: RevocationRequestRow,
  seen: { readonly by: 'crl' | 'ocsp' | null; readonly revokedAt: Date | null },
  step: Pick<RevocationStep, 'act' | 'reason'> = {},
): Promise<Outcome<RevocationRequestRow, Refusal>> {
  const state = CARD_STATE_AFTER[row.act];
  const moved = await advanceRevocation(transaction, doer, row, {
    ...step,
    to: 'confirmed',
    ...(row.state === 'awaiting-supervisor' && { cause: 'seen-revoked' }),
    details: { by: seen.by, revokedAt: seen.revokedAt?.toISOString() ?? null, cardState: state },
  });
  if (!moved.ok) return moved;
  if (row.idCarta !== null) await transaction.repository(CardRegisterRepository).put(row.idCarta, state, transaction.now);
  await transaction.repository(RevocationRepository).endAttempt(row.id, transaction.now);
  return moved;
}
