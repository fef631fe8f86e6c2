// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CaseCause, type CaseState, type Outcome, accept, isFinalCase, moveCase } from '@sportello/domain';
import { CaseApprovalRepository } from '../approval/case-approval.repository';
import type { AuditEntry } from '../audit/audit-entry';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import type { Refusal } from '../problems/refusal';
import { type CaseChanges, CaseRepository } from './case.repository';
import { endCodes } from './end-codes';
import { JobRepository } from './job.repository';

export interface CaseStep {
  readonly to: CaseState;
  readonly cause?: CaseCause;
  readonly act: AuditEntry['act'];
  readonly details?: AuditEntry['details'];
  readonly changes?: CaseChanges;
}

/** One step of a case, as the domain's table allows it: saved, told in the log, and hinted to the desk. Where the table ends the codes, they end here. */
export async function advanceCase(transaction: Transaction, doer: Doer, row: CaseRow, step: CaseStep): Promise<Outcome<CaseRow, Refusal>> {
  const move = moveCase(row.state, step.to, step.cause);
  if (!move.ok) return move;
  // What stopped a case stays said until the stop is lifted; other obstacles are those of the state that is left.
  const changes: CaseChanges = { ...(row.stoppedAt === null && { obstacleCode: null, obstacleDetails: null }), ...step.changes };
  const moved = await transaction.repository(CaseRepository).step(row, step.to, transaction.now, changes);
  if (move.value.doCodesEnd && step.cause !== undefined) await endCodes(transaction, doer, row, step.cause);
  // Nothing is printed or written for a case that has ended, and what names its holder goes.
  if (isFinalCase(step.to)) await transaction.repository(JobRepository).cancelAllOf(row.id, transaction.now);
  if (row.state === 'awaiting-approval' && isFinalCase(step.to)) await withdrawApproval(transaction, row);
  transaction.audit({
    act: step.act,
    actor: doer.actor,
    requestId: doer.requestId,
    deskId: row.deskId,
    caseId: row.id,
    details: { from: row.state, to: step.to, ...(step.cause && { cause: step.cause }), ...step.details },
  });
  transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
  return accept(moved);
}

/** A case that ended otherwise waits for no supervisor any more. */
async function withdrawApproval(transaction: Transaction, row: CaseRow): Promise<void> {
  if (!(await transaction.repository(CaseApprovalRepository).withdrawOf(row.id))) return;
  transaction.notify({ to: 'supervisors', bodyId: await transaction.repository(CaseRepository).bodyOf(row) });
}
