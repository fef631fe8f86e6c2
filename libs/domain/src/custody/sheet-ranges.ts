// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { controlNumberOf } from '../sheet/control-number';
import type { ControlNumber } from '../sheet/control-number';

/** Sheets that follow one another, both ends in. A box of 5,000 is one of these. */
export interface SheetRange {
  readonly first: ControlNumber;
  readonly last: ControlNumber;
}

export interface BadSheetRange {
  readonly kind: 'bad-sheet-range';
  readonly first: ControlNumber;
  readonly last: ControlNumber;
  readonly most: number;
}

/** More at once is a slip of the keyboard, not a delivery. */
export const LARGEST_RANGE = 10_000;

export function sheetRange(first: ControlNumber, last: ControlNumber): Outcome<SheetRange, BadSheetRange> {
  const size = Number(last) - Number(first) + 1;
  return size >= 1 && size <= LARGEST_RANGE ? accept({ first, last }) : refuse({ kind: 'bad-sheet-range', first, last, most: LARGEST_RANGE });
}

/** The numbers as the fewest ranges, ascending; doubles count once. */
export function rangesOf(numbers: readonly ControlNumber[]): readonly SheetRange[] {
  return joined(numbers.map((number) => ({ first: number, last: number })));
}

/** The same sheets as the fewest ranges, ascending. */
export function joined(ranges: readonly SheetRange[]): readonly SheetRange[] {
  const found: SheetRange[] = [];
  for (const range of [...ranges].sort((one, other) => Number(one.first) - Number(other.first))) {
    const before = found.at(-1);
    const touches = before !== undefined && Number(range.first) <= Number(before.last) + 1;
    if (!touches) found.push(range);
    else if (range.last > before.last) found[found.length - 1] = { first: before.first, last: range.last };
  }
  return found;
}

/** What is in the first and not in the second. */
export function without(ranges: readonly SheetRange[], taken: readonly SheetRange[]): readonly SheetRange[] {
  let left = joined(ranges);
  for (const gone of joined(taken)) left = left.flatMap((range) => cut(range, gone));
  return left;
}

/** What is in both. */
export function common(ranges: readonly SheetRange[], others: readonly SheetRange[]): readonly SheetRange[] {
  return without(ranges, without(ranges, others));
}

export function countOf(ranges: readonly SheetRange[]): number {
  return joined(ranges).reduce((count, { first, last }) => count + Number(last) - Number(first) + 1, 0);
}

export function numbersOf(ranges: readonly SheetRange[]): readonly ControlNumber[] {
  return joined(ranges).flatMap(({ first, last }) => Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => controlNumberOf(Number(first) + index)));
}

function cut(range: SheetRange, gone: SheetRange): readonly SheetRange[] {
  if (gone.last < range.first || gone.first > range.last) return [range];
  return [
    ...(gone.first > range.first ? [{ first: range.first, last: controlNumberOf(Number(gone.first) - 1) }] : []),
    ...(gone.last < range.last ? [{ first: controlNumberOf(Number(gone.last) + 1), last: range.last }] : []),
  ];
}
