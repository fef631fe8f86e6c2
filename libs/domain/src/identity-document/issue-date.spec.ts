// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { anyDate, day } from '../testing/dates';
import { addYears } from '../time/date-arithmetic';
import { datePartsOf } from '../time/local-date';
import { issueDateOf, parseDayAndMonth } from './issue-date';

const adult = { holderBirthDate: day('1980-01-01'), today: day('2026-11-23') };
const cie = { ...adult, type: 'cie', expiresOn: day('2031-01-01') } as const;

describe('day and month without a year', () => {
  it.each([
    ['149', { day: 14, month: 9 }],
    ['1409', { day: 14, month: 9 }],
    ['141', { day: 14, month: 1 }],
    ['1410', { day: 14, month: 10 }],
    ['14/9', { day: 14, month: 9 }],
    ['1.12', { day: 1, month: 12 }],
    ['14P', { day: 14, month: 9 }],
    ['3t', { day: 3, month: 12 }],
    ['01a', { day: 1, month: 1 }],
  ])('reads %j', (text, read) => {
    expect(parseDayAndMonth(text)).toEqual(read);
  });

  it.each(['', '1', '14', '14092020', '14/09/2020', '14F', 'P14', '14092', '2020', '140', '3201'])('does not read %j', (text) => {
    expect(parseDayAndMonth(text)).toBeUndefined();
  });
});

describe('the year of issue', () => {
  it('of an identity card follows from day, month and expiry', () => {
    expect(issueDateOf({ ...cie, day: 14, month: 9 })).toBe('2020-09-14');
    expect(issueDateOf({ ...cie, day: 31, month: 12 })).toBe('2020-12-31');
    expect(issueDateOf({ ...cie, day: 2, month: 1 })).toBe('2020-01-02');
  });

  it('of one issued on a birthday is read, too: the rule leaves two years open', () => {
    expect(issueDateOf({ ...cie, day: 1, month: 1 })).toBeUndefined();
  });

  it('of a passport is that of the day after its expiry, ten years earlier', () => {
    const passport = { ...adult, type: 'passport', expiresOn: day('2030-11-19') } as const;
    expect(issueDateOf({ ...passport, day: 20, month: 11 })).toBe('2020-11-20');
    expect(issueDateOf({ ...passport, day: 19, month: 11 })).toBe('2020-11-19');
    expect(issueDateOf({ ...passport, day: 21, month: 11 })).toBeUndefined();
  });

  it('is not guessed for a minor’s document, for a type without a term of ours, or from a day that does not exist', () => {
    expect(issueDateOf({ ...cie, holderBirthDate: day('2010-01-01'), expiresOn: day('2027-01-01'), day: 14, month: 9 })).toBeUndefined();
    expect(issueDateOf({ ...cie, type: 'foreign-passport', day: 14, month: 9 })).toBeUndefined();
    expect(issueDateOf({ ...cie, day: 31, month: 2 })).toBeUndefined();
  });

  it('is never in the future', () => {
    expect(issueDateOf({ ...cie, expiresOn: day('2038-01-01'), day: 24, month: 11 })).toBeUndefined();
  });

  it('of any identity card that keeps the birthday rule is its own year, or is not told', () => {
    fc.assert(
      fc.property(anyDate(1930, 1990), anyDate(2017, 2026), (holderBirthDate, issuedOn) => {
        const nominal = addYears(issuedOn, 10);
        const inThatYear = addYears(holderBirthDate, datePartsOf(nominal).year - datePartsOf(holderBirthDate).year);
        const expiresOn = inThatYear < nominal ? addYears(inThatYear, 1) : inThatYear;
        const told = issueDateOf({ type: 'cie', ...datePartsOf(issuedOn), expiresOn, holderBirthDate, today: day('2026-12-31') });
        expect([issuedOn, undefined]).toContain(told);
      }),
    );
  });
});
