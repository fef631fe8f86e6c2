// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, approvalExpiry } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { advanceCase } from '../activation/advance-case';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import type { Act } from '../idempotency/act';
import type { Refusal } from '../problems/refusal';
import { CaseApprovalRepository } from './case-approval.repository';

/** identified → awaiting-approval: the supervisors of the body see the request at once. The caller is whom they answer, and never decides it. */
@Injectable()
export class AskApproval {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    const id = transaction.newId();
    const moved = await advanceCase(transaction, act, row, { to: 'awaiting-approval', act: 'case.approval-asked', details: { approvalId: id } });
    if (!moved.ok) return moved;
    await transaction.repository(CaseApprovalRepository).open({
      id,
      caseId: row.id,
      state: 'waiting',
      askedBy: act.caller.operator.id,
      askedAt: transaction.now,
      expiresAt: approvalExpiry(transaction.now, this.settings.approvalTerms),
      deferredAt: null,
      decidedBy: null,
      decidedAt: null,
      signedAt: null,
      reason: null,
      validThrough: null,
    });
    transaction.notify({ to: 'supervisors', bodyId: act.caller.desk.bodyId });
    return moved;
  }
}
