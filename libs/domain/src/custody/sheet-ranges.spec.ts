// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { controlNumberOf } from '../sheet/control-number';
import { accepted, refused } from '../testing/outcomes';
import { common, countOf, joined, LARGEST_RANGE, numbersOf, rangesOf, sheetRange, without } from './sheet-ranges';
import type { SheetRange } from './sheet-ranges';

const range = (first: number, last: number): SheetRange => accepted(sheetRange(controlNumberOf(first), controlNumberOf(last)));
const someNumbers = fc.array(fc.integer({ min: 1, max: 60 }).map(controlNumberOf), { maxLength: 40 });

describe('a range of sheets', () => {
  it('ends where it begins, or later, and is no bigger than a delivery', () => {
    expect(range(419, 419)).toEqual({ first: '000419', last: '000419' });
    expect(countOf([range(1, LARGEST_RANGE)])).toBe(LARGEST_RANGE);
    expect(refused(sheetRange(controlNumberOf(2), controlNumberOf(1)))).toEqual({ kind: 'bad-sheet-range', first: '000002', last: '000001', most: LARGEST_RANGE });
    expect(refused(sheetRange(controlNumberOf(1), controlNumberOf(LARGEST_RANGE + 1))).kind).toBe('bad-sheet-range');
  });

  it('joins its neighbours', () => {
    expect(joined([range(5, 6), range(1, 2), range(3, 4), range(8, 9), range(8, 8)])).toEqual([range(1, 6), range(8, 9)]);
  });

  it('holds exactly the numbers that it was made of', () => {
    fc.assert(
      fc.property(someNumbers, (numbers) => {
        expect(numbersOf(rangesOf(numbers))).toEqual([...new Set(numbers)].sort());
        expect(countOf(rangesOf(numbers))).toBe(new Set(numbers).size);
      }),
    );
  });

  it('is taken from another, and shared with it, as sets are', () => {
    fc.assert(
      fc.property(someNumbers, someNumbers, (ours, theirs) => {
        const [one, other] = [rangesOf(ours), rangesOf(theirs)];
        const own = [...new Set(ours)].sort();
        expect(numbersOf(without(one, other))).toEqual(own.filter((number) => !theirs.includes(number)));
        expect(numbersOf(common(one, other))).toEqual(own.filter((number) => theirs.includes(number)));
      }),
    );
  });
});
