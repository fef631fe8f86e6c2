// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SpoilSheetsRequest } from '@sportello/contracts';
import { type Outcome, accept, countOf } from '@sportello/domain';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import { tell } from '../../platform/custody/tell';
import { watchSpoiledSheets } from '../../platform/custody/watch-spoiled-sheets';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { heldRange, holdOwnStock } from './asked-range';
import type { SheetUseCase } from './sheet-acts';

/** Blank sheets cannot be used: torn, wet, misprinted, or taken out of a jam. A sheet that a case works with is spoiled in its case. */
@Injectable()
export class SpoilSheets implements SheetUseCase<SpoilSheetsRequest> {
  async run(transaction: Transaction, act: Act, { reason, ...request }: SpoilSheetsRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { id: deskId } = await holdOwnStock(transaction, act);
    const where = { at: 'stock-or-tray' } as const;
    const range = await heldRange(transaction, deskId, request, where);
    if (!range.ok) return range;
    await transaction.repository(SheetStockRepository).end(deskId, [range.value], where, { to: 'spoiled', reason, now: transaction.now });
    tell(transaction, act, 'sheets.spoiled', { ...range.value, sheets: countOf([range.value]), reason });
    await watchSpoiledSheets(transaction, act, deskId);
    return accept({ subjectId: deskId });
  }
}
