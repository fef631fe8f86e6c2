// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { type KeptSessions, SessionRepository } from './session.repository';

/** Why a session ended that its person did not end there. */
export type SessionEnd = 'person-left' | 'signed-out-by-administrator' | 'desk-taken-away' | 'factors-reset' | 'password-changed' | 'codice-fiscale-changed';

/** Ends a person's sessions, but for those that are kept; their pages hear it at once. How many there were. */
export async function endSessionsOf(transaction: Transaction, doer: Doer, operatorId: string, because: SessionEnd, kept: KeptSessions = {}): Promise<number> {
  const ended = await transaction.repository(SessionRepository).endOf(operatorId, kept);
  for (const { sessionId, deskId } of ended) {
    transaction.audit({ act: 'session.closed', actor: doer.actor, requestId: doer.requestId, deskId, subject: { kind: 'operator', id: operatorId }, details: { sessionId, operatorId, because } });
    transaction.notify({ to: 'session', sessionId });
  }
  return ended.length;
}
