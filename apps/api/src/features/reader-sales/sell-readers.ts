// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SellReadersRequest } from '@sportello/contracts';
import { type Outcome, accept, amountOf, judgeSale, localDateAt, readerPriceOn, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { type ReaderUseCase, moveReaders } from './reader-acts';
import { ReaderSaleRepository } from './reader-sale.repository';

/** Sells readers at today's price. The receipt is no fiscal document: it says what was paid, and the body's own books say the rest. */
@Injectable()
export class SellReaders implements ReaderUseCase<SellReadersRequest> {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, { quantity }: SellReadersRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { desk, operator } = act.caller;
    const day = localDateAt(transaction.now);
    const readers = transaction.repository(ReaderSaleRepository);
    const price = readerPriceOn(this.settings.readerPrices, day);
    if (!price) return refuse({ kind: 'reader-price-missing' });
    const judged = judgeSale(quantity, await readers.inStock(desk.id));
    if (!judged.ok) return judged;
    const saleId = transaction.newId();
    const amount = amountOf(quantity, price);
    const receipt = await readers.sell({ id: saleId, deskId: desk.id, day, quantity, ...amount, vatPercent: price.vatPercent, soldBy: operator.id, soldAt: transaction.now });
    await moveReaders(transaction, act, { kind: 'sold', quantity: -quantity, saleId, note: null });
    tell(transaction, act, 'readers.sold', { receipt, quantity, totalCents: amount.totalCents });
    return accept({ subjectId: saleId });
  }
}
