// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApprovalsView } from '@sportello/contracts';
import type { SignedInOperator } from '../access/caller';
import type { Transaction } from '../database/transaction';
import { WaitingApprovalsRepository } from './waiting-approvals.repository';

/** What waits for the supervisors of the caller's body, whatever desk asked, the longest wait first; a citizen who went comes after those who stand at a counter. */
export async function showApprovals(transaction: Transaction, { desk, operator }: SignedInOperator): Promise<ApprovalsView> {
  const waiting = await transaction.repository(WaitingApprovalsRepository).of(desk.bodyId, operator.id, transaction.now);
  return { waiting: waiting.map(({ askedAt, expiresAt, ...approval }) => ({ ...approval, askedAt: askedAt.toISOString(), expiresAt: expiresAt.toISOString() })) };
}
