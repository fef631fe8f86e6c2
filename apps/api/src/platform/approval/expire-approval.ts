// SPDX-License-Identifier: AGPL-3.0-or-later
import { isApprovalOverdue } from '@sportello/domain';
import { advanceCase } from '../activation/advance-case';
import { CaseRepository } from '../activation/case.repository';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { CaseApprovalRepository } from './case-approval.repository';

/** Nobody does it: the time was over. */
const CLOCK: Doer = { actor: { kind: 'installation' }, requestId: null };

/** awaiting-approval → identified when the request's time is over: the case, which the caller holds, as it is then. */
export async function expireApproval(transaction: Transaction, row: CaseRow): Promise<CaseRow> {
  if (row.state !== 'awaiting-approval') return row;
  const approvals = transaction.repository(CaseApprovalRepository);
  const approval = await approvals.lastOf(row.id);
  if (!approval || !isApprovalOverdue(approval, transaction.now)) return row;
  await approvals.change(approval.id, { state: 'expired' });
  const moved = await advanceCase(transaction, CLOCK, row, { to: 'identified', cause: 'approval-expired', act: 'case.approval-expired', details: { approvalId: approval.id } });
  if (!moved.ok) throw new Error('the table keeps an overdue request from expiring');
  transaction.notify({ to: 'supervisors', bodyId: await transaction.repository(CaseRepository).bodyOf(row) });
  return moved.value;
}
