// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CountReadersRequest } from '@sportello/contracts';
import { type Outcome, accept, judgeCount } from '@sportello/domain';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { type ReaderUseCase, moveReaders } from './reader-acts';
import { ReaderSaleRepository } from './reader-sale.repository';

/** Somebody counted: the books follow what lies there, by a line with both figures and the reason. */
@Injectable()
export class CountReaders implements ReaderUseCase<CountReadersRequest> {
  async run(transaction: Transaction, act: Act, { expected, counted, reason }: CountReadersRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const deskId = act.caller.desk.id;
    const difference = judgeCount({ expected, counted }, await transaction.repository(ReaderSaleRepository).inStock(deskId));
    if (!difference.ok) return difference;
    if (difference.value !== 0) await moveReaders(transaction, act, { kind: 'counted', quantity: difference.value, saleId: null, note: reason });
    tell(transaction, act, 'readers.counted', { expected, counted });
    return accept({ subjectId: deskId });
  }
}
