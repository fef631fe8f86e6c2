// SPDX-License-Identifier: AGPL-3.0-or-later
import { recogniseScan } from '@sportello/domain';
import { caseOfScan, strayPaper } from './case-of-scan';

const lines = [
  { id: 'a', number: 118, initials: 'P.N.', state: 'printed', isStopped: false, changedAt: '', controlNumber: '000418', isCardInReader: false, inCharge: 'L. Bini', isHandedToMe: false },
  { id: 'b', number: 112, initials: 'S.G.', state: 'undelivered', isStopped: false, changedAt: '', controlNumber: '000412', isCardInReader: false, inCharge: 'L. Bini', isHandedToMe: false },
] as const;

test('an envelope on the idle desk takes up its case', () => {
  expect(caseOfScan(recogniseScan('000412-K7P4XR'), lines)).toBe('b');
});

test('so does a form', () => {
  expect(caseOfScan(recogniseScan('P118-26'), lines)).toBe('a');
});

test('anything else takes up nothing', () => {
  expect(caseOfScan(recogniseScan('000999-K7P4XR'), lines)).toBeUndefined();
  expect(caseOfScan(recogniseScan('8001014F34'), lines)).toBeUndefined();
});

test('a paper that no open case waits for is told by its number, and nothing else is', () => {
  expect(strayPaper(recogniseScan('000999-K7P4XR'), lines)).toBe('000999');
  expect(strayPaper(recogniseScan('P7-26'), lines)).toBe('P7-26');
  expect(strayPaper(recogniseScan('000412-K7P4XR'), lines)).toBeUndefined();
  expect(strayPaper(recogniseScan('8001014F34'), lines)).toBeUndefined();
});
