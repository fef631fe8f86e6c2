// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ApprovalsView, DecideApprovalRequest } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import { showApprovals } from '../../../platform/approval/show-approvals';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Act } from '../../../platform/idempotency/act';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ShowingUseCase } from '../case-acts';
import { ConcludeApproval } from './conclude-approval';
import { signerOf } from './signer';

/** A supervisor answers on their own page, from whatever desk of the body: they see what is left to answer, and nothing of another desk's case. */
@Injectable()
export class DecideApproval implements ShowingUseCase<DecideApprovalRequest, ApprovalsView> {
  constructor(private readonly concludeApproval: ConcludeApproval) {}

  run(transaction: Transaction, act: Act, row: CaseRow, request: DecideApprovalRequest): Promise<Outcome<CaseRow, Refusal>> {
    return this.concludeApproval.run(transaction, act.requestId, row, signerOf(act.caller), request);
  }

  show(transaction: Transaction, { caller }: Act): Promise<ApprovalsView> {
    return showApprovals(transaction, caller);
  }
}
