// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { day } from '../testing/dates';
import { addDays, daysBetween } from '../time/date-arithmetic';
import { existingDate } from '../time/local-date';
import { easterOf } from './easter';
import { holidayOn, HOLIDAYS } from './holidays';
import { weekdayOf } from './opening-calendar';

/** As almanacs print them. */
const EASTERS = [
  '1818-03-22', '1886-04-25', '1943-04-25', '1954-04-18', '1961-04-02', '1981-04-19', '2000-04-23', '2008-03-23', '2011-04-24', '2019-04-21',
  '2020-04-12', '2021-04-04', '2022-04-17', '2023-04-09', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01',
  '2030-04-21', '2031-04-13', '2032-03-28', '2033-04-17', '2034-04-09', '2035-03-25', '2036-04-13', '2037-04-05', '2038-04-25', '2039-04-10',
  '2040-04-01', '2041-04-21', '2042-04-06', '2043-03-29', '2044-04-17', '2045-04-09', '2046-03-25', '2047-04-14', '2048-04-05', '2049-04-18',
  '2050-04-10',
];

/** Gauss's reckoning of 1816 with his constants for 1900 to 2099: another way to the same day. */
function easterByGauss(year: number): string {
  const d = (19 * (year % 19) + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  const isException = (d === 29 && e === 6) || (d === 28 && e === 6 && year % 19 > 10);
  return addDays(existingDate(year, 3, 22), d + e - (isException ? 7 : 0));
}

describe('Easter', () => {
  it('is on the day that almanacs print', () => {
    expect(EASTERS.map((date) => easterOf(Number(date.slice(0, 4))))).toEqual(EASTERS);
  });

  it('is on the day that another reckoning finds, for two centuries', () => {
    for (let year = 1900; year <= 2099; year += 1) expect([year, easterOf(year)]).toEqual([year, easterByGauss(year)]);
  });

  it('is a Sunday from 22 March to 25 April, for ever', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (year) => {
        expect(weekdayOf(easterOf(year))).toBe('sunday');
        const days = daysBetween(existingDate(year, 3, 22), easterOf(year));
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(34);
      }),
    );
  });
});

describe('holidays', () => {
  it('of a year are these', () => {
    const days = Array.from({ length: 365 }, (_, index) => addDays(day('2027-01-01'), index));
    expect(days.filter((date) => holidayOn(date) !== undefined)).toEqual([
      '2027-01-01', '2027-01-06', '2027-03-28', '2027-03-29', '2027-04-25', '2027-05-01', '2027-06-02',
      '2027-08-15', '2027-10-04', '2027-11-01', '2027-12-08', '2027-12-25', '2027-12-26',
    ]);
  });

  it('have 4 October from 2026 on', () => {
    expect(holidayOn(day('2025-10-04'))).toBeUndefined();
    expect(holidayOn(day('2026-10-04'))).toBe('saint-francis');
    expect(holidayOn(day('2040-10-04'))).toBe('saint-francis');
  });

  it('are each some day of every year since, and never more than one name for a day', () => {
    for (let year = 2026; year <= 2060; year += 1) {
      const found = new Set(Array.from({ length: 366 }, (_, index) => holidayOn(addDays(existingDate(year, 1, 1), index))));
      const missing = HOLIDAYS.filter((holiday) => !found.has(holiday));
      // In 2038 Easter itself is on 25 April.
      expect([year, missing]).toEqual([year, year === 2038 ? ['liberation'] : []]);
    }
  });
});

it('a weekday is that of the calendar', () => {
  expect(weekdayOf(day('2026-11-28'))).toBe('saturday');
  expect(weekdayOf(day('2000-02-29'))).toBe('tuesday');
  expect(weekdayOf(day('1946-06-02'))).toBe('sunday');
});
