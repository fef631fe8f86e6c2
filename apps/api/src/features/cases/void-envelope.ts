// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { VoidEnvelopeRequest } from '@sportello/contracts';
import { type Outcome, moveCase } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import { causeOfVoiding } from '../../platform/activation/causes';
import { spoilSheet } from '../../platform/activation/end-codes';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';

/** printing or printed → authorised: the sheet is spoiled and its codes die; the next print draws new ones on the next sheet. */
@Injectable()
export class VoidEnvelope implements CaseUseCase<VoidEnvelopeRequest> {
  async run(transaction: Transaction, act: Act, row: CaseRow, { reason }: VoidEnvelopeRequest): Promise<Outcome<CaseRow, Refusal>> {
    const cause = causeOfVoiding(row.state);
    const move = moveCase(row.state, 'authorised', cause);
    if (!move.ok) return move;
    // The operator's reason is closer to what happened than the case's cause.
    await spoilSheet(transaction, act, row, reason);
    return advanceCase(transaction, act, row, { to: 'authorised', cause, act: 'case.envelope-voided', details: { reason } });
  }
}
