// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseActRequest } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';

/** written → undelivered: the citizen did not take the envelope; it stays sealed in the safe, where the ledger already has it. */
@Injectable()
export class SuspendDelivery implements CaseUseCase<CaseActRequest> {
  run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    return advanceCase(transaction, act, row, { to: 'undelivered', act: 'case.suspended' });
  }
}
