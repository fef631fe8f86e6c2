// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

/** A day on the calendar, 'YYYY-MM-DD', without hour or zone. Sorts as text. */
export type LocalDate = Brand<string, 'LocalDate'>;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Gregorian leap rule. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** No such day on the calendar: 31/02, month 13, year 0. */
export interface NoSuchDay extends DateParts {
  readonly kind: 'no-such-day';
}

export function localDate(year: number, month: number, day: number): Outcome<LocalDate, NoSuchDay> {
  const exists =
    [year, month, day].every(Number.isInteger) && year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? accept(isoText(year, month, day)) : refuse({ kind: 'no-such-day', year, month, day });
}

export function datePartsOf(date: LocalDate): DateParts {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { year, month, day };
}

/** The day that rules have made sure of; asked for one that does not exist it is a bug, and throws. */
export function existingDate(year: number, month: number, day: number): LocalDate {
  const date = localDate(year, month, day);
  if (!date.ok) throw new RangeError('no such day on the calendar');
  return date.value;
}

function isoText(year: number, month: number, day: number): LocalDate {
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as LocalDate;
}
