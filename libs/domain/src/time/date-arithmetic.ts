// SPDX-License-Identifier: AGPL-3.0-or-later
import { datePartsOf, daysInMonth, existingDate } from './local-date';
import type { LocalDate } from './local-date';

/** -1 when `a` comes first, 1 when `b` does, 0 on the same day. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function isBefore(a: LocalDate, b: LocalDate): boolean {
  return a < b;
}

export function isAfter(a: LocalDate, b: LocalDate): boolean {
  return a > b;
}

/** The same day `years` later; 29 February falls on 28 February where the year has no 29th (art. 2963 c.c.: the last day of that month). */
export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** The same day `months` later, or the last day of that month if it is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = datePartsOf(date);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return existingDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

const DAY_IN_MS = 86_400_000;

/** The day that comes `days` later. */
export function addDays(date: LocalDate, days: number): LocalDate {
  const later = new Date(utcMidnight(date) + days * DAY_IN_MS);
  return existingDate(later.getUTCFullYear(), later.getUTCMonth() + 1, later.getUTCDate());
}

/** Whole days from one date to another, negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY_IN_MS);
}

function utcMidnight(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
