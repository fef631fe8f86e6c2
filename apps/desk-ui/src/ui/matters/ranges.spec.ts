// SPDX-License-Identifier: AGPL-3.0-or-later
import { numbersIn, rangesText, typedNumber, typedRanges } from './ranges';

test('numbers are taken as people write them', () => {
  expect(['419', '000 419', '1000000', '0', 'x', ''].map(typedNumber)).toEqual(['000419', '000419', undefined, undefined, undefined, undefined]);
});

test('ranges are taken as people write them, and as the page writes them', () => {
  expect(typedRanges('100051-100100, 200;7–9')).toEqual([{ first: '100051', last: '100100' }, { first: '000200', last: '000200' }, { first: '000007', last: '000009' }]);
  expect(typedRanges(' ')).toEqual([]);
  for (const text of ['9-7', '1-2-3', '1-', 'a', '5, b']) expect(typedRanges(text)).toBeUndefined();
});

test('a range is written short, and read number by number', () => {
  expect(rangesText([{ first: '000001', last: '000003' }, { first: '000009', last: '000009' }])).toBe('000001–000003, 000009');
  expect(numbersIn([{ first: '000001', last: '000003' }])).toEqual(['000001', '000002', '000003']);
});
