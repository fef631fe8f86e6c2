// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseApprovalView } from '@sportello/contracts';
import { type ApprovalState, assertNever, isApprovalOverdue, mayDecide } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';
import { CaseWorkRepository } from '../activation/case-work.repository';
import type { ApplicationStanding } from '../activation/offered-acts';
import type { CaseApprovalRow } from '../database/rows/case-approval-row';
import type { Transaction } from '../database/transaction';
import type { FoundApproval } from './case-approval.repository';

/** A request whose time is over is shown so, before anybody has written it down. */
export function approvalView({ row, askedBy, decidedBy, decree }: FoundApproval, operatorId: string, now: Date): CaseApprovalView {
  return {
    id: row.id,
    state: stateAt(row, now),
    askedAt: row.askedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    askedBy,
    decidedBy,
    reason: row.reason,
    decree,
    isDeferred: row.deferredAt !== null,
    validThrough: row.validThrough,
    isOwn: row.askedBy === operatorId,
  };
}

/** How the case's request stands for whoever looks. */
export async function approvalStanding(transaction: Transaction, caller: SignedInOperator, found: FoundApproval | undefined): Promise<Pick<ApplicationStanding, 'approval' | 'isDeferred'>> {
  if (!found) return { approval: 'none', isDeferred: false };
  const { row } = found;
  const isDeferred = row.deferredAt !== null;
  const state = stateAt(row, transaction.now);
  switch (state) {
    case 'waiting': {
      const hasWorked = await transaction.repository(CaseWorkRepository).hasWorked(row.caseId, caller.operator.id);
      const isForCaller = mayDecide(row, { by: caller.operator.id, hasWorked }, transaction.now).ok;
      return { approval: isForCaller ? 'waiting-for-oneself' : 'waiting', isDeferred };
    }
    case 'expired':
      return { approval: 'expired', isDeferred };
    case 'approved':
    case 'refused':
    case 'withdrawn':
      return { approval: 'none', isDeferred };
    default:
      return assertNever(state);
  }
}

function stateAt(row: CaseApprovalRow, now: Date): ApprovalState {
  return isApprovalOverdue(row, now) ? 'expired' : row.state;
}
