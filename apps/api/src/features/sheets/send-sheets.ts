// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SendSheetsRequest } from '@sportello/contracts';
import { type Outcome, accept, countOf, refuse } from '@sportello/domain';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { heldRange } from './asked-range';
import type { SheetUseCase } from './sheet-acts';
import { TransferRepository } from './transfer.repository';

/** Sheets of the stock leave for another desk of the body. They are nobody's to print on until they arrive. */
@Injectable()
export class SendSheets implements SheetUseCase<SendSheetsRequest> {
  async run(transaction: Transaction, act: Act, { toDeskId, note, ...request }: SendSheetsRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const stock = transaction.repository(SheetStockRepository);
    const deskId = act.caller.desk.id;
    if (toDeskId === deskId) return refuse({ kind: 'not-found' });
    const [one, other] = [deskId, toDeskId].sort();
    const desks = [await stock.holdDesk(one ?? ''), await stock.holdDesk(other ?? '')];
    if (desks.some((desk) => desk?.bodyId !== act.caller.desk.bodyId)) return refuse({ kind: 'not-found' });
    const range = await heldRange(transaction, deskId, request, { at: 'stock' });
    if (!range.ok) return range;
    const known = await stock.known(toDeskId, [range.value]);
    if (known.length > 0) return refuse({ kind: 'sheets-known', details: { ranges: known, at: 'other-desk' } });

    const transferId = transaction.newId();
    await transaction.repository(TransferRepository).open({ id: transferId, fromDeskId: deskId, toDeskId, range: range.value, note, sentBy: act.caller.operator.id, sentAt: transaction.now });
    await stock.send(deskId, toDeskId, [range.value], transferId, transaction.now);
    tell(transaction, act, 'sheets.sent', { transferId, toDeskId, ...range.value, sheets: countOf([range.value]) });
    transaction.notify({ to: 'desk', deskId: toDeskId, event: { topic: 'sheets' } });
    return accept({ subjectId: transferId });
  }
}
