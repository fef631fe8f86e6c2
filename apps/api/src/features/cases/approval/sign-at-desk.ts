// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { Outcome } from '@sportello/domain';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Act } from '../../../platform/idempotency/act';
import type { Refusal } from '../../../platform/problems/refusal';
import type { CaseUseCase } from '../case-acts';
import { ConcludeApproval, type Decided } from './conclude-approval';
import type { Signer } from './signer';

export type SignedDecision = Decided & { readonly revision: number; readonly signer: Signer };

/** A supervisor who stands at the operator's desk answers there: the act is theirs, on the operator's page. */
@Injectable()
export class SignAtDesk implements CaseUseCase<SignedDecision> {
  constructor(private readonly concludeApproval: ConcludeApproval) {}

  run(transaction: Transaction, act: Act, row: CaseRow, { signer, ...decided }: SignedDecision): Promise<Outcome<CaseRow, Refusal>> {
    return this.concludeApproval.run(transaction, act.requestId, row, signer, decided);
  }
}
