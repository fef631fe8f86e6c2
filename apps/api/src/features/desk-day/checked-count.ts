// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CloseDayRequest, SheetRangeMessage } from '@sportello/contracts';
import { type ControlNumber, type Outcome, type SheetRange, accept, joined, refuse, sheetRange } from '@sportello/domain';
import { type Books, BooksRepository } from '../../platform/custody/books.repository';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';

/** What somebody saw: the ends of each tray, and in a whole count also cupboard and safe. */
export type SheetsCounted = Pick<CloseDayRequest, 'trays'> & Partial<Pick<CloseDayRequest, 'inStock' | 'inHand'>>;

/** A count that makes sense, beside the books as they are. */
export interface CheckedCount {
  readonly books: Books;
  readonly trays: readonly { readonly stationId: string; readonly first: ControlNumber | null; readonly last: ControlNumber | null }[];
  readonly inStock: readonly SheetRange[] | undefined;
  readonly inHand: readonly SheetRange[] | undefined;
}

/** Asked before anything is written, since what is refused changes nothing. */
export async function checkedCount(transaction: Transaction, deskId: string, counted: SheetsCounted): Promise<Outcome<CheckedCount, Refusal>> {
  const books = await transaction.repository(BooksRepository).of(deskId);
  const [inStock, inHand] = [goodRanges(counted.inStock), goodRanges(counted.inHand)];
  if (!inStock.ok) return inStock;
  if (!inHand.ok) return inHand;
  if (counted.trays.some(({ stationId }) => !books.trays.some((tray) => tray.stationId === stationId))) return refuse({ kind: 'not-found' });
  const trays = counted.trays.map(({ stationId, first, last }) => ({ stationId, first: first as ControlNumber | null, last: last as ControlNumber | null }));
  return accept({ books, trays, inStock: inStock.value, inHand: inHand.value });
}

function goodRanges(asked: readonly SheetRangeMessage[] | undefined): Outcome<readonly SheetRange[] | undefined, Refusal> {
  if (asked === undefined) return accept(undefined);
  const ranges: SheetRange[] = [];
  for (const { first, last } of asked) {
    const range = sheetRange(first as ControlNumber, last as ControlNumber);
    if (!range.ok) return range;
    ranges.push(range.value);
  }
  return accept(joined(ranges));
}
