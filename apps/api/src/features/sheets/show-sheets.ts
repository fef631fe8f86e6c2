// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetsView } from '@sportello/contracts';
import { countOf, isStockLow, localDateAt } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { BooksRepository, placesOf } from '../../platform/custody/books.repository';
import { DeskRulesRepository } from '../../platform/custody/desk-rules.repository';
import { MatterViewRepository } from '../../platform/custody/matter-view.repository';
import { isSupervisor } from '../../platform/custody/supervisor';
import type { Transaction } from '../../platform/database/transaction';
import { SheetViewRepository } from './sheet-view.repository';

/** The sheets of the caller's desk, and what waits for a signature. */
export async function showSheets(transaction: Transaction, caller: SignedInOperator): Promise<SheetsView> {
  const { now } = transaction;
  const rules = await transaction.repository(DeskRulesRepository).of(caller.desk.id);
  const books = await transaction.repository(BooksRepository).of(caller.desk.id);
  const around = await transaction.repository(SheetViewRepository).around(caller.desk, isSupervisor(caller));
  const toUse = countOf(books.inStock) + books.trays.reduce((sum, tray) => sum + tray.count, 0);
  return {
    at: now.toISOString(),
    day: localDateAt(now),
    rules,
    ...placesOf(books),
    toUse,
    isLow: isStockLow(rules, toUse),
    ...around,
    matters: await transaction.repository(MatterViewRepository).waiting(caller, now),
  };
}
