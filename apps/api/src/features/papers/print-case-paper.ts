// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CasePaperRequest } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { OrderPaper } from '../../platform/paper/order-paper';
import type { Refusal } from '../../platform/problems/refusal';
import { caseOfDesk } from './case-of-desk';
import { casePaperText } from './case-paper-text';

/** Prints a paper of a case. The case stays where it is. */
@Injectable()
export class PrintCasePaper {
  constructor(private readonly orderPaper: OrderPaper) {}

  async run(transaction: Transaction, act: Act, caseId: string, request: CasePaperRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const row = await caseOfDesk(transaction, act, caseId);
    if (!row.ok) return row;
    const text = await casePaperText(transaction, row.value, act.caller.at, request);
    return text.ok ? this.orderPaper.run(transaction, act, { text: text.value, language: request.language, caseId }) : text;
  }
}
