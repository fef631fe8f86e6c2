// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { LoadSheetsRequest } from '@sportello/contracts';
import { type Outcome, accept, countOf, refuse } from '@sportello/domain';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { heldRange, holdOwnStock } from './asked-range';
import type { SheetUseCase } from './sheet-acts';

/** Sheets of the stock, or out of another station's printer, were put into a station's envelope printer, under what is left there. */
@Injectable()
export class LoadSheets implements SheetUseCase<LoadSheetsRequest> {
  async run(transaction: Transaction, act: Act, { stationId, ...request }: LoadSheetsRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { id: deskId } = await holdOwnStock(transaction, act);
    const stock = transaction.repository(SheetStockRepository);
    if (!(await stock.hasStation(deskId, stationId))) return refuse({ kind: 'not-found' });
    const range = await heldRange(transaction, deskId, request, { at: 'stock-or-other-tray', stationId });
    if (!range.ok) return range;
    await stock.load(deskId, stationId, range.value, transaction.now);
    tell(transaction, act, 'sheets.loaded', { stationId, ...range.value, sheets: countOf([range.value]) });
    return accept({ subjectId: stationId });
  }
}
