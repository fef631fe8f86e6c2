// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { anyDate, day } from '../testing/dates';
import { addMonths, addYears, compareDates, daysBetween, isAfter, isBefore } from './date-arithmetic';
import { existingDate } from './local-date';
import { periodBetween, wholeYearsBetween } from './period';
import { localDateAt } from './zoned-date';

describe('the same day later', () => {
  it('falls on 28 February for a 29 February, where the year has none', () => {
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
    expect(addYears(day('2096-02-29'), 4)).toBe('2100-02-28');
  });

  it('is the last day of a month that is shorter', () => {
    expect(addMonths(day('2025-01-31'), 1)).toBe('2025-02-28');
    expect(addMonths(day('2025-12-31'), 2)).toBe('2026-02-28');
    expect(addMonths(day('2025-03-31'), -1)).toBe('2025-02-28');
  });
});

describe('the order of days', () => {
  it('is the order of the calendar', () => {
    expect(compareDates(day('2025-12-31'), day('2026-01-01'))).toBe(-1);
    expect(compareDates(day('2026-01-01'), day('2025-12-31'))).toBe(1);
    expect(compareDates(day('2026-01-01'), day('2026-01-01'))).toBe(0);
    expect(isBefore(day('2026-01-01'), day('2026-01-01'))).toBe(false);
    expect(isAfter(day('2026-01-01'), day('2026-01-01'))).toBe(false);
  });

  it('agrees with the days that lie between', () => {
    fc.assert(fc.property(anyDate(), anyDate(), (a, b) => expect(Math.sign(daysBetween(b, a))).toBe(compareDates(a, b))));
  });

  it('counts a day of 23 hours as a day', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
  });
});

describe('a period', () => {
  it('is told in whole years, months and days', () => {
    expect(periodBetween(day('2026-11-23'), day('2031-01-01'))).toEqual({ years: 4, months: 1, days: 9 });
    expect(periodBetween(day('2026-11-23'), day('2026-11-23'))).toEqual({ years: 0, months: 0, days: 0 });
    expect(periodBetween(day('2026-01-31'), day('2026-03-01'))).toEqual({ years: 0, months: 1, days: 1 });
  });

  it('leads from its first day to its last', () => {
    fc.assert(
      fc.property(anyDate(), anyDate(), (a, b) => {
        const [from, to] = isAfter(a, b) ? [b, a] : [a, b];
        const { years, months, days } = periodBetween(from, to);
        expect(daysBetween(addMonths(from, years * 12 + months), to)).toBe(days);
        expect(years).toBe(wholeYearsBetween(from, to));
        expect(months).toBeLessThan(12);
        expect(days).toBeLessThan(31);
      }),
    );
  });

  it('never runs backwards', () => {
    expect(() => periodBetween(day('2026-01-02'), day('2026-01-01'))).toThrow(RangeError);
  });
});

describe('the day on the wall', () => {
  it('is that of Rome, in winter and in summer, wherever the computer stands', () => {
    expect(localDateAt(new Date('2026-01-14T22:59:59Z'))).toBe('2026-01-14');
    expect(localDateAt(new Date('2026-01-14T23:00:00Z'))).toBe('2026-01-15');
    expect(localDateAt(new Date('2026-07-14T21:59:59Z'))).toBe('2026-07-14');
    expect(localDateAt(new Date('2026-07-14T22:00:00Z'))).toBe('2026-07-15');
  });

  it('can be asked for another zone', () => {
    expect(localDateAt(new Date('2026-07-14T22:00:00Z'), 'UTC')).toBe('2026-07-14');
  });

  it('is refused for an instant that is none', () => {
    expect(() => localDateAt(new Date(Number.NaN))).toThrow(RangeError);
  });
});

it('a day that a rule takes for granted and that does not exist is a bug', () => {
  expect(() => existingDate(2026, 2, 29)).toThrow(RangeError);
  expect(() => existingDate(2026.5, 2, 1)).toThrow(RangeError);
});
