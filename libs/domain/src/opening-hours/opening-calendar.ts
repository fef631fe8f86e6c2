// SPDX-License-Identifier: AGPL-3.0-or-later
import { WEEKDAYS } from '../places/opening-hours';
import type { OpeningHours, Weekday } from '../places/opening-hours';
import { daysBetween } from '../time/date-arithmetic';
import { datePartsOf, existingDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { holidayOn } from './holidays';
import type { Holiday } from './holidays';

/** The day of a body's patron saint, each year. One that moves is told as a closure. */
export interface PatronDay {
  readonly month: number;
  readonly day: number;
}

/** From the first day to the last, both closed. */
export interface Closure {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** When a place is open, all told: its week, and the days on which its week does not count. */
export interface OpeningCalendar {
  readonly hours: OpeningHours;
  /** Pharmacies on duty and the like open on holidays too. */
  readonly isClosedOnHolidays: boolean;
  readonly patronDay: PatronDay | null;
  readonly closures: readonly Closure[];
}

/** Why a place is closed on a whole day. */
export type ClosedDay =
  | { readonly because: 'closure'; readonly until: LocalDate }
  | { readonly because: 'holiday'; readonly holiday: Holiday }
  | { readonly because: 'patron-day' }
  | { readonly because: 'weekday'; readonly weekday: Weekday };

/** Why nobody is there on a day; undefined: the week's hours count. */
export function closedDay({ hours, isClosedOnHolidays, patronDay, closures }: OpeningCalendar, date: LocalDate): ClosedDay | undefined {
  const closure = closures.find(({ from, to }) => from <= date && date <= to);
  if (closure) return { because: 'closure', until: closure.to };
  const holiday = isClosedOnHolidays ? holidayOn(date) : undefined;
  if (holiday) return { because: 'holiday', holiday };
  const { month, day } = datePartsOf(date);
  if (isClosedOnHolidays && patronDay?.month === month && patronDay.day === day) return { because: 'patron-day' };
  const weekday = weekdayOf(date);
  return hours.some((period) => period.weekday === weekday) ? undefined : { because: 'weekday', weekday };
}

/** A Monday from which weekdays are counted. */
const A_MONDAY = existingDate(2001, 1, 1);

export function weekdayOf(date: LocalDate): Weekday {
  const index = (((daysBetween(A_MONDAY, date) % 7) + 7) % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return WEEKDAYS[index];
}
