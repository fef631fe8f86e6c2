// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WithdrawLotRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { LotRepository } from './lot.repository';

/** A dry run that was wrong is let go by nobody any more; whichever supervisor sees it may say so. */
export async function withdrawLot(transaction: Transaction, { actor, requestId, caller }: Act, id: string, { revision }: WithdrawLotRequest): Promise<Outcome<SubjectDone, Refusal>> {
  const lots = transaction.repository(LotRepository);
  const lot = await lots.held(id);
  if (!lot) return refuse({ kind: 'not-found' });
  if (lot.revision !== revision) return refuse({ kind: 'revocation-changed', details: { revision: lot.revision } });
  if (lot.state !== 'dry-run') return refuse({ kind: 'lot-not-revocable', because: 'no-dry-run' });
  await lots.withdraw(id);
  transaction.audit({ act: 'revocation-lot.withdrawn', actor, requestId, deskId: caller.desk.id, subject: { kind: 'revocation-lot', id } });
  return accept({ subjectId: id });
}
