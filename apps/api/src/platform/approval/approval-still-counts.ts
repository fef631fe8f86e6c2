// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, localDateAt, refuse } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import type { Refusal } from '../problems/refusal';
import { CaseApprovalRepository } from './case-approval.repository';

/** Whether an approved case may still be printed for the first time. Once something was printed, the approval was used, and spoiled sheets do not end it. */
export async function approvalStillCounts(transaction: Transaction, { id, receiptNumber }: CaseRow): Promise<Outcome<'counts', Refusal>> {
  if (receiptNumber !== null) return accept('counts');
  const approval = await transaction.repository(CaseApprovalRepository).lastOf(id);
  if (!approval || approval.validThrough === null || localDateAt(transaction.now) <= approval.validThrough) return accept('counts');
  return refuse({ kind: 'approval-lapsed', details: { validThrough: approval.validThrough } });
}
