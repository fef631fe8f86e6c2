// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OrderedPaper, PrintReceiptRequest } from '@sportello/contracts';
import { type Outcome, refuse, saleNumberOf } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { OrderPaper } from '../../platform/paper/order-paper';
import type { Refusal } from '../../platform/problems/refusal';
import { ReaderSaleRepository } from './reader-sale.repository';

type ReceiptRequest = PrintReceiptRequest & { readonly saleId: string };

/** Prints the receipt of a sale that stands, as often as somebody asks. */
@Injectable()
export class PrintReceipt {
  constructor(
    private readonly acts: Acts,
    private readonly orderPaper: OrderPaper,
  ) {}

  run(act: Act, request: ReceiptRequest): Promise<OrderedPaper> {
    return this.acts.perform<OrderedPaper, SubjectDone>(
      act,
      (transaction) => this.order(transaction, act, request),
      (_, { subjectId }) => Promise.resolve({ paperId: subjectId }),
    );
  }

  private async order(transaction: Transaction, act: Act, { saleId, language }: ReceiptRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const sale = await transaction.repository(ReaderSaleRepository).saleOf(act.caller.desk.id, saleId);
    if (!sale) return refuse({ kind: 'not-found' });
    if (sale.voidedAt) return refuse({ kind: 'sale-settled' });
    const { year, number, soldAt, soldBy, quantity, netCents, vatPercent, vatCents, totalCents } = sale;
    const amounts = { quantity, unitNetCents: netCents / quantity, vatPercent, netCents, vatCents, totalCents };
    const text = { paper: 'sale-receipt', receiptNumber: saleNumberOf(number, year), soldAt: soldAt.toISOString(), operator: soldBy, ...amounts } as const;
    return this.orderPaper.run(transaction, act, { text, language, caseId: null });
  }
}
