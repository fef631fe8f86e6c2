// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { SessionRepository } from './session.repository';

/** Why somebody else ended a session. */
export type SessionEnd = 'person-left' | 'signed-out-by-administrator' | 'desk-taken-away';

/** Ends a person's sessions, at all desks or at those other than `keptDeskIds`; their pages hear it at once. How many there were. */
export async function endSessionsOf(transaction: Transaction, doer: Doer, operatorId: string, because: SessionEnd, keptDeskIds: readonly string[] = []): Promise<number> {
  const ended = await transaction.repository(SessionRepository).endOf(operatorId, keptDeskIds);
  for (const { sessionId, deskId } of ended) {
    transaction.audit({ act: 'session.closed', actor: doer.actor, requestId: doer.requestId, deskId, subject: { kind: 'operator', id: operatorId }, details: { sessionId, operatorId, because } });
    transaction.notify({ to: 'session', sessionId });
  }
  return ended.length;
}
