// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ReceiveBoxRequest } from '@sportello/contracts';
import { type Outcome, accept, countOf, numbersOf, refuse } from '@sportello/domain';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { askedRange, holdOwnStock } from './asked-range';
import type { SheetUseCase } from './sheet-acts';

/** A box was delivered: its sheets are in stock. None of them may have been in the desk's books before. */
@Injectable()
export class ReceiveBox implements SheetUseCase<ReceiveBoxRequest> {
  async run(transaction: Transaction, act: Act, { note, ...request }: ReceiveBoxRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const range = askedRange(request);
    if (!range.ok) return range;
    const { id: deskId } = await holdOwnStock(transaction, act);
    const stock = transaction.repository(SheetStockRepository);
    const known = await stock.cameBefore(deskId, [range.value]);
    if (known.length > 0) return refuse({ kind: 'sheets-known', details: { ranges: known } });
    const box = { id: transaction.newId(), deskId, range: range.value, note, receivedBy: act.caller.operator.id };
    await stock.receive(box, numbersOf([range.value]).map(() => transaction.newId()), transaction.now);
    tell(transaction, act, 'sheets.received', { boxId: box.id, ...range.value, sheets: countOf([range.value]) });
    return accept({ subjectId: box.id });
  }
}
