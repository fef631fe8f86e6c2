// SPDX-License-Identifier: AGPL-3.0-or-later
import { type SheetRange, type SheetsAtPlace, compareCount, seenInTray, without } from '@sportello/domain';
import type { Books, Tray } from '../../platform/custody/books.repository';
import { noteNumber } from '../../platform/custody/note-number';
import { openMatter } from '../../platform/custody/open-matter';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { CheckedCount } from './checked-count';
import { DayRepository, type NewCount } from './day.repository';

type Occasion = Pick<NewCount, 'dayId' | 'occasion' | 'handedOverBy'>;

/**
 * Holds what was seen against the books. A first sheet that is not the printer's next stops the printer; all other differences become one matter that two people
 * explain. Differences stop neither the opening nor the closing.
 */
export async function countSheets(transaction: Transaction, act: Act, counted: CheckedCount, occasion: Occasion): Promise<void> {
  const deskId = act.caller.desk.id;
  const { books } = counted;
  const around = await transaction.repository(DayRepository).around(deskId, act.caller.operator.id, transaction.now);
  const seen = await seenPlaces(transaction, act, counted);
  const nameOf = (stationId: string | null) => books.trays.find((tray) => tray.stationId === stationId)?.station ?? null;
  const differences = compareCount(bookedPlaces(books), seen).map((difference) => ({ ...difference, station: nameOf(difference.stationId) }));
  const count: NewCount = {
    ...occasion,
    id: transaction.newId(),
    deskId,
    countedBy: act.caller.operator.id,
    seen,
    differences,
    selfTest: around.selfTest,
    openCases: around.openCases.map(({ id }) => id),
    at: transaction.now,
  };
  await transaction.repository(DayRepository).keepCount(count);
  if (differences.length === 0) return;
  // What is in hand belongs to cases: it goes out of use there, not by a count. And what was seen in another place than the books say is not lost.
  const missing = differences.filter(({ place }) => place !== 'held').flatMap((difference) => difference.missing);
  const ranges = without(missing, differences.flatMap(({ unexpected }) => unexpected));
  await openMatter(transaction, act, { kind: 'count-differs', deskId, countId: count.id, ranges });
}

function bookedPlaces({ inStock, inHand, trays }: Books): readonly SheetsAtPlace[] {
  return [
    { place: 'in-stock', stationId: null, ranges: inStock },
    { place: 'held', stationId: null, ranges: inHand },
    ...trays.map(({ stationId, ranges }): SheetsAtPlace => ({ place: 'loaded', stationId, ranges })),
  ];
}

async function seenPlaces(transaction: Transaction, act: Act, { books, trays, inStock, inHand }: CheckedCount): Promise<readonly SheetsAtPlace[]> {
  const seen: SheetsAtPlace[] = [];
  if (inStock) seen.push({ place: 'in-stock', stationId: null, ranges: inStock });
  if (inHand) seen.push({ place: 'held', stationId: null, ranges: inHand });
  for (const tray of trays) {
    const booked = books.trays.find(({ stationId }) => stationId === tray.stationId);
    if (booked) seen.push({ place: 'loaded', stationId: tray.stationId, ranges: await lookedAt(transaction, act, tray, booked) });
  }
  return seen;
}

/** What lies in the tray by its two ends. A first sheet that is not the next one is a matter of its own, and is not told again as a difference. */
async function lookedAt(transaction: Transaction, act: Act, { stationId, first, last }: CheckedCount['trays'][number], booked: Tray): Promise<readonly SheetRange[]> {
  if (first === null) return [];
  const expected = booked.next ?? undefined;
  const finding = await noteNumber(transaction, act, { deskId: act.caller.desk.id, stationId, expected, read: first, isSpent: false, isAwaited: false });
  if (finding.kind === 'as-expected') return seenInTray(booked.ranges, first, last ?? first);
  return expected === undefined ? [] : seenInTray(booked.ranges, expected, last ?? booked.last);
}
