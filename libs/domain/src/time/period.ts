// SPDX-License-Identifier: AGPL-3.0-or-later
import { addMonths, addYears, daysBetween, isAfter } from './date-arithmetic';
import { datePartsOf } from './local-date';
import type { LocalDate } from './local-date';

/** A stretch of calendar time, as people say it: 4 years, 2 months and 3 days. */
export interface Period {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

/** What lies between two dates, in whole years, then whole months, then days. `from` must not come after `to` (throws RangeError). */
export function periodBetween(from: LocalDate, to: LocalDate): Period {
  if (isAfter(from, to)) throw new RangeError('a period cannot run backwards');
  const [start, end] = [datePartsOf(from), datePartsOf(to)];
  const monthsApart = (end.year - start.year) * 12 + end.month - start.month;
  const months = isAfter(addMonths(from, monthsApart), to) ? monthsApart - 1 : monthsApart;
  return { years: Math.floor(months / 12), months: months % 12, days: daysBetween(addMonths(from, months), to) };
}

/** Whole years between two dates, the last day of a month standing for one that it lacks. For a person's age see `ageOn`. */
export function wholeYearsBetween(from: LocalDate, to: LocalDate): number {
  const years = datePartsOf(to).year - datePartsOf(from).year;
  return isAfter(addYears(from, years), to) ? years - 1 : years;
}
