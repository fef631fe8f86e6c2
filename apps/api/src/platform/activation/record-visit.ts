// SPDX-License-Identifier: AGPL-3.0-or-later
import type { VisitRow } from '../database/rows/visit-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { problemOf } from '../problems/problem-table';
import type { Refusal } from '../problems/refusal';
import { VisitRepository } from './visit.repository';

/** Writes down, once for each stay of a card, that somebody came whom the desk could not serve, and why; and nothing of who it was. */
export async function recordVisit(
  transaction: Transaction,
  doer: Doer,
  visit: Pick<VisitRow, 'deskId' | 'stationId' | 'insertionId' | 'cardType' | 'regionCode'>,
  refusal: Refusal,
): Promise<void> {
  const operatorId = doer.actor.kind === 'operator' ? doer.actor.operatorId : null;
  const reason = problemOf(refusal).code;
  const isNew = await transaction.repository(VisitRepository).record({ ...visit, id: transaction.newId(), operatorId, reason, at: transaction.now });
  if (!isNew) return;
  transaction.audit({ act: 'visit.recorded', actor: doer.actor, requestId: doer.requestId, deskId: visit.deskId, stationId: visit.stationId, details: { reason, cardType: visit.cardType } });
  transaction.notify({ to: 'desk', deskId: visit.deskId, event: { topic: 'card' } });
}
