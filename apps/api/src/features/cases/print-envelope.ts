// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseActRequest } from '@sportello/contracts';
import { type Outcome, moveCase } from '@sportello/domain';
import { OrderPrinting } from '../../platform/activation/order-printing';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';

/** authorised → printing: new codes on the next sheet. */
@Injectable()
export class PrintEnvelope implements CaseUseCase<CaseActRequest> {
  constructor(private readonly orderPrinting: OrderPrinting) {}

  async run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    // What the case itself forbids is said before what the desk lacks.
    const move = moveCase(row.state, 'printing');
    return move.ok ? this.orderPrinting.run(transaction, act, row) : move;
  }
}
