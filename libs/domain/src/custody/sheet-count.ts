// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ControlNumber } from '../sheet/control-number';
import { common, joined, without } from './sheet-ranges';
import type { SheetRange } from './sheet-ranges';

export const COUNTED_PLACES = ['in-stock', 'loaded', 'held'] as const;

/** Where somebody counts: the cupboard, a printer's tray, the safe with what came out of the printers. */
export type CountedPlace = (typeof COUNTED_PLACES)[number];

export interface SheetsAtPlace {
  readonly place: CountedPlace;
  /** Only of a tray. */
  readonly stationId: string | null;
  readonly ranges: readonly SheetRange[];
}

export interface CountDifference {
  readonly place: CountedPlace;
  readonly stationId: string | null;
  /** In the books, and not there. */
  readonly missing: readonly SheetRange[];
  /** There, and not in the books at this place. */
  readonly unexpected: readonly SheetRange[];
}

/** Only the differences between the books and what was seen, place by place. Places that nobody counted are passed over. */
export function compareCount(books: readonly SheetsAtPlace[], seen: readonly SheetsAtPlace[]): readonly CountDifference[] {
  return seen
    .map(({ place, stationId, ranges }) => {
      const booked = books.filter((there) => there.place === place && there.stationId === stationId).flatMap((there) => there.ranges);
      return { place, stationId, missing: without(booked, ranges), unexpected: without(ranges, booked) };
    })
    .filter(({ missing, unexpected }) => missing.length > 0 || unexpected.length > 0);
}

/**
 * What a look at the first and the last sheet of a tray says: nobody leafs through it, so all that the books have between the two is there. `booked` is in the
 * order of feeding; `first` null is an empty tray.
 */
export function seenInTray(booked: readonly SheetRange[], first: ControlNumber | null, last: ControlNumber | null): readonly SheetRange[] {
  if (first === null || last === null) return [];
  const ends = [{ first, last: first }, { first: last, last }];
  const [from, to] = [booked.findIndex((range) => holds(range, first)), booked.findIndex((range) => holds(range, last))];
  if (from === -1 || to === -1) return joined(first <= last ? [...common(booked, [{ first, last }]), ...ends] : ends);
  const between = booked.slice(from, to + 1).map((range, index, all) => ({ first: index === 0 ? first : range.first, last: index === all.length - 1 ? last : range.last }));
  return joined([...between.filter((range) => range.first <= range.last), ...ends]);
}

function holds(range: SheetRange, number: ControlNumber): boolean {
  return range.first <= number && number <= range.last;
}
