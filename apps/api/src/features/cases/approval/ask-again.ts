// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseActRequest } from '@sportello/contracts';
import { type Outcome, moveCase, refuse } from '@sportello/domain';
import { AskApproval } from '../../../platform/approval/ask-approval';
import { CaseApprovalRepository } from '../../../platform/approval/case-approval.repository';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Act } from '../../../platform/idempotency/act';
import type { Refusal } from '../../../platform/problems/refusal';
import type { CaseUseCase } from '../case-acts';

/** The last request found nobody in time: it is asked once more. */
@Injectable()
export class AskAgain implements CaseUseCase<CaseActRequest> {
  constructor(private readonly askApproval: AskApproval) {}

  async run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    if (row.state === 'awaiting-approval') return refuse({ kind: 'approval-waiting' });
    const move = moveCase(row.state, 'awaiting-approval');
    if (!move.ok) return move;
    // A case that never needed one does not get one.
    const last = await transaction.repository(CaseApprovalRepository).lastOf(row.id);
    return last ? this.askApproval.run(transaction, act, row) : refuse({ kind: 'forbidden-transition', from: row.state, to: 'awaiting-approval', allowed: ['authorised'] });
  }
}
