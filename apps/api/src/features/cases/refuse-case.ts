// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RefuseCaseRequest } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';

/** Ends the case with the reason that the citizen was told. */
@Injectable()
export class RefuseCase implements CaseUseCase<RefuseCaseRequest> {
  run(transaction: Transaction, act: Act, row: CaseRow, { reason, note }: RefuseCaseRequest): Promise<Outcome<CaseRow, Refusal>> {
    const refusalNote = note === '' ? null : note;
    return advanceCase(transaction, act, row, { to: 'refused', act: 'case.refused', details: { reason }, changes: { refusalCode: reason, refusalNote } });
  }
}
