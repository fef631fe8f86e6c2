// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { DeskPaperRequest } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { OrderPaper } from '../../platform/paper/order-paper';
import type { Refusal } from '../../platform/problems/refusal';
import { deskPaperText } from './desk-paper-text';

/** Prints a paper for somebody who has no case. */
@Injectable()
export class PrintDeskPaper {
  constructor(private readonly orderPaper: OrderPaper) {}

  async run(transaction: Transaction, act: Act, request: DeskPaperRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const text = await deskPaperText(transaction, act, request);
    return text.ok ? this.orderPaper.run(transaction, act, { text: text.value, language: request.language, caseId: null }) : text;
  }
}
