// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { anyDate } from '../testing/dates';
import { accepted, refused } from '../testing/outcomes';
import { formatCompactDate, formatItalianDate } from './format-date';
import { parseCompactDate, parseItalianDate, parseLocalDate } from './parse-date';

describe('a date written by people', () => {
  it.each(['31/12/2030', '31.12.2030', '31-12-2030', '31 12 2030', '31122030', ' 31/12/2030 '])('reads %j as the last day of 2030', (text) => {
    expect(accepted(parseItalianDate(text))).toBe('2030-12-31');
  });

  it('may leave out the zero of a day and of a month', () => {
    expect(accepted(parseItalianDate('1/2/2030'))).toBe('2030-02-01');
  });

  it.each([
    ['31/02/2020', { year: 2020, month: 2, day: 31 }],
    ['29/02/1900', { year: 1900, month: 2, day: 29 }],
    ['00/01/2020', { year: 2020, month: 1, day: 0 }],
    ['01/13/2020', { year: 2020, month: 13, day: 1 }],
    ['31/04/2020', { year: 2020, month: 4, day: 31 }],
    ['01/01/0000', { year: 0, month: 1, day: 1 }],
  ])('refuses %s: there is no such day', (text, parts) => {
    expect(refused(parseItalianDate(text))).toEqual({ kind: 'no-such-day', ...parts });
  });

  it.each(['', '31/12/30', '31/12-2030', '2030-12-31', '31/12/20301', 'domani', '3122030'])('refuses %j: it is not day, month and year', (text) => {
    expect(refused(parseItalianDate(text))).toEqual({ kind: 'bad-format', expected: 'dd/mm/yyyy' });
  });
});

describe('a date as it travels, and as the chip keeps it', () => {
  it('is read back from each way in which it is written', () => {
    fc.assert(
      fc.property(anyDate(1, 9999), (date) => {
        expect(accepted(parseLocalDate(date))).toBe(date);
        expect(accepted(parseItalianDate(formatItalianDate(date)))).toBe(date);
        expect(accepted(parseCompactDate(formatCompactDate(date)))).toBe(date);
      }),
    );
  });

  it('has 29 February in 2000 and in 2024, and not in 2023', () => {
    expect(accepted(parseCompactDate('29022000'))).toBe('2000-02-29');
    expect(accepted(parseLocalDate('2024-02-29'))).toBe('2024-02-29');
    expect(refused(parseLocalDate('2023-02-29'))).toMatchObject({ kind: 'no-such-day' });
  });

  it('takes no other way of writing for itself', () => {
    expect(refused(parseLocalDate('2024-2-9'))).toEqual({ kind: 'bad-format', expected: 'yyyy-mm-dd' });
    expect(refused(parseLocalDate('2024-02-09T00:00'))).toEqual({ kind: 'bad-format', expected: 'yyyy-mm-dd' });
    expect(refused(parseCompactDate('9022024'))).toEqual({ kind: 'bad-format', expected: 'ddmmyyyy' });
  });
});
