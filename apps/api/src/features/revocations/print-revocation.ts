// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OrderedPaper, PrintRevocationRequest } from '@sportello/contracts';
import { type Outcome, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { OrderPaper } from '../../platform/paper/order-paper';
import type { Refusal } from '../../platform/problems/refusal';
import { receiptOnPaper } from './receipt-on-paper';

/** The receipt of a request that was recorded at this desk, as often as somebody asks. */
@Injectable()
export class PrintRevocation {
  constructor(
    private readonly acts: Acts,
    private readonly orderPaper: OrderPaper,
  ) {}

  run(act: Act, id: string, request: PrintRevocationRequest): Promise<OrderedPaper> {
    return this.acts.perform<OrderedPaper, SubjectDone>(
      act,
      (transaction) => this.order(transaction, act, id, request),
      (_, { subjectId }) => Promise.resolve({ paperId: subjectId }),
    );
  }

  private async order(transaction: Transaction, act: Act, id: string, { language }: PrintRevocationRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const text = await receiptOnPaper(transaction, act.caller, id);
    if (!text) return refuse({ kind: 'not-found' });
    return this.orderPaper.run(transaction, act, { text, language, caseId: null });
  }
}
