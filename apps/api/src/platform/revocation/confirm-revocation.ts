// SPDX-License-Identifier: AGPL-3.0-or-later
import { CARD_STATE_AFTER, type Outcome } from '@sportello/domain';
import { CardRegisterRepository } from '../activation/card-register.repository';
import type { RevocationRequestRow } from '../database/rows/revocation-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import type { Refusal } from '../problems/refusal';
import { type RequestUnderWay, type RevocationStep, advanceRevocation } from './advance-revocation';
import { leadAll } from './lead-all';
import { RevocationRepository } from './revocation.repository';

/** By what, and since when the authority says so. */
export interface Seen {
  readonly by: 'crl' | 'ocsp' | null;
  readonly revokedAt: Date | null;
}

/** A supervisor saw elsewhere that what was asked for is so. `row` is held by the caller. */
export async function confirmRevocation(transaction: Transaction, doer: Doer, row: RevocationRequestRow, seen: Seen, step: Pick<RevocationStep, 'act' | 'reason'> = {}): Promise<Outcome<RevocationRequestRow, Refusal>> {
  const moved = await advanceRevocation(transaction, doer, row, { ...step, to: 'confirmed', ...tellingOf(row, seen) });
  if (moved.ok) await settle(transaction, [row]);
  return moved;
}

/** What was asked for is seen in CRL or OCSP. The rows are held by the caller. */
export async function confirmAll(transaction: Transaction, all: readonly { readonly row: RequestUnderWay; readonly seen: Seen }[]): Promise<void> {
  if (all.length === 0) return;
  await leadAll(transaction, all.map(({ row, seen }) => ({ row, states: ['confirmed'], ...tellingOf(row, seen) })));
  await settle(transaction, all.map(({ row }) => row));
}

function tellingOf(row: RequestUnderWay, { by, revokedAt }: Seen): Pick<RevocationStep, 'cause' | 'details'> {
  return { ...(row.state === 'awaiting-supervisor' && { cause: 'seen-revoked' }), details: { by, revokedAt: revokedAt?.toISOString() ?? null, cardState: CARD_STATE_AFTER[row.act] } };
}

/** From here on the register says it too, and nothing more goes out. */
async function settle(transaction: Transaction, rows: readonly RequestUnderWay[]): Promise<void> {
  const states = new Map(rows.flatMap(({ idCarta, act }) => (idCarta === null ? [] : [[idCarta, CARD_STATE_AFTER[act]] as const])));
  if (states.size > 0) await transaction.repository(CardRegisterRepository).putAll(states, transaction.now);
  await transaction.repository(RevocationRepository).endAttempts(rows.map(({ id }) => id), transaction.now);
}
