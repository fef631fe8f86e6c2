// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OperatorRow } from '../database/rows/operator-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { endSessionsOf } from '../sessions/end-sessions';
import { PendingSignInRepository } from '../sessions/pending-sign-in.repository';
import { removeFactors } from './remove-factors';

/** Takes all second factors from somebody, and ends their sessions: they begin anew with their password. Who agreed on it is the caller's to see to. */
export async function resetFactors(transaction: Transaction, doer: Doer, { id: operatorId, deskId }: Pick<OperatorRow, 'id' | 'deskId'>): Promise<void> {
  const factors = await removeFactors(transaction, operatorId);
  await transaction.repository(PendingSignInRepository).endOf(operatorId);
  const sessionsEnded = await endSessionsOf(transaction, doer, operatorId, 'factors-reset');
  transaction.audit({ act: 'factors.reset', actor: doer.actor, requestId: doer.requestId, deskId, subject: { kind: 'operator', id: operatorId }, details: { operatorId, sessionsEnded }, change: { before: { factors }, after: { factors: [] } } });
}
