// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseActRequest } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import { causeOfAbandoning } from '../../platform/activation/causes';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';

/** The citizen gave up. An envelope that was printed is voided with it. */
@Injectable()
export class AbandonCase implements CaseUseCase<CaseActRequest> {
  run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    const cause = causeOfAbandoning(row.state);
    return advanceCase(transaction, act, row, { to: 'abandoned', ...(cause && { cause }), act: 'case.abandoned' });
  }
}
