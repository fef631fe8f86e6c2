// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetRangeMessage } from '@sportello/contracts';

/** '000419–000600', or one number. */
export function rangeText({ first, last }: SheetRangeMessage): string {
  return first === last ? first : `${first}–${last}`;
}

export function rangesText(ranges: readonly SheetRangeMessage[]): string {
  return ranges.map(rangeText).join(', ');
}

export function sizeOf({ first, last }: SheetRangeMessage): number {
  return Number(last) - Number(first) + 1;
}

/** Each number of a few ranges. */
export function numbersIn(ranges: readonly SheetRangeMessage[]): readonly string[] {
  return ranges.flatMap((range) => Array.from({ length: sizeOf(range) }, (_, index) => String(Number(range.first) + index).padStart(6, '0')));
}

/** '100051-100100, 100200' as ranges; undefined when a part of it is none. Nothing typed is no range. */
export function typedRanges(text: string): readonly SheetRangeMessage[] | undefined {
  const ranges: SheetRangeMessage[] = [];
  for (const part of text.split(/[,;]/).filter((each) => each.trim() !== '')) {
    const [first, last, ...others] = part.split(/[-–]/).map(typedNumber);
    const end = part.search(/[-–]/) === -1 ? first : last;
    if (first === undefined || end === undefined || others.length > 0 || end < first) return undefined;
    ranges.push({ first, last: end });
  }
  return ranges;
}

/** What somebody typed as a control number: '419' is 000419. Undefined when it is none. */
export function typedNumber(text: string): string | undefined {
  const digits = text.replace(/\s/g, '');
  return /^\d{1,6}$/.test(digits) && Number(digits) > 0 ? digits.padStart(6, '0') : undefined;
}
