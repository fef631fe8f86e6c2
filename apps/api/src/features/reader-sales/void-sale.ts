// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { VoidSaleRequest } from '@sportello/contracts';
import { type Outcome, accept, judgeVoiding, localDateAt, refuse } from '@sportello/domain';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { type ReaderUseCase, moveReaders } from './reader-acts';
import { ReaderSaleRepository } from './reader-sale.repository';

/** Takes a sale of today back: its readers are in the cupboard again, and it stays in the list with its reason. */
@Injectable()
export class VoidSale implements ReaderUseCase<VoidSaleRequest & { readonly saleId: string }> {
  async run(transaction: Transaction, act: Act, { saleId, reason }: VoidSaleRequest & { readonly saleId: string }): Promise<Outcome<SubjectDone, Refusal>> {
    const readers = transaction.repository(ReaderSaleRepository);
    const sale = await readers.saleAt(act.caller.desk.id, saleId);
    if (!sale) return refuse({ kind: 'not-found' });
    const judged = judgeVoiding(sale, localDateAt(transaction.now));
    if (!judged.ok) return judged;
    await readers.voidSale(saleId, { by: act.caller.operator.id, at: transaction.now, reason });
    await moveReaders(transaction, act, { kind: 'voided', quantity: sale.quantity, saleId, note: null });
    tell(transaction, act, 'readers.sale-voided', { saleId, quantity: sale.quantity });
    return accept({ subjectId: saleId });
  }
}
