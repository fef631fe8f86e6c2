// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ReadNumberRequest } from '@sportello/contracts';
import { type ControlNumber, type Outcome, accept, refuse } from '@sportello/domain';
import { SheetRepository } from '../../platform/activation/sheet.repository';
import { BooksRepository } from '../../platform/custody/books.repository';
import { noteNumber } from '../../platform/custody/note-number';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { holdOwnStock } from './asked-range';
import type { SheetUseCase } from './sheet-acts';

/**
 * Somebody tells the number that is pre-printed on a sheet: of the next in the tray, or of one that came out, which a case awaits then. Any other stops the printer,
 * and the answer shows the matter.
 */
@Injectable()
export class ReadNumber implements SheetUseCase<ReadNumberRequest> {
  async run(transaction: Transaction, act: Act, { stationId, number, isSpent }: ReadNumberRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { id: deskId } = await holdOwnStock(transaction, act);
    const { trays } = await transaction.repository(BooksRepository).of(deskId);
    const tray = trays.find((found) => found.stationId === stationId);
    if (!tray) return refuse({ kind: 'not-found' });
    const read = number as ControlNumber;
    const awaited = isSpent ? await transaction.repository(SheetRepository).awaitedFrom(stationId) : [];
    const expected = awaited.find((sheet) => sheet === read) ?? awaited.at(-1) ?? tray.next ?? undefined;
    await noteNumber(transaction, act, { deskId, stationId, expected, read, isSpent, isAwaited: awaited.length > 0 });
    return accept({ subjectId: stationId });
  }
}
