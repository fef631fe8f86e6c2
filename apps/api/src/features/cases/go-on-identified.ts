// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { CASE_KIND_RULES, type Outcome } from '@sportello/domain';
import { advanceCase } from '../../platform/activation/advance-case';
import { OrderPrinting } from '../../platform/activation/order-printing';
import { AskApproval } from '../../platform/approval/ask-approval';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';

/** From the identification on to the printers in the same act; or to the supervisors, where the kind asks for their approval. */
@Injectable()
export class GoOnIdentified {
  constructor(
    private readonly orderPrinting: OrderPrinting,
    private readonly askApproval: AskApproval,
  ) {}

  async run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    if (CASE_KIND_RULES[row.kind].needsApproval) return this.askApproval.run(transaction, act, row);
    const authorised = await advanceCase(transaction, act, row, { to: 'authorised', act: 'case.authorised', details: { approval: 'not-needed' } });
    if (!authorised.ok) return authorised;
    const printing = await this.orderPrinting.run(transaction, act, authorised.value);
    // What stands in the way of printing does not undo the identification: the case waits, authorised, and its view says for what.
    return printing.ok ? printing : authorised;
  }
}
