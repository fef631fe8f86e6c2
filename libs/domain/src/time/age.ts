// SPDX-License-Identifier: AGPL-3.0-or-later
import { addYears } from './date-arithmetic';
import type { LocalDate } from './local-date';
import { wholeYearsBetween } from './period';
import { localDateAt } from './zoned-date';

/** Art. 2 c.c.: full age is eighteen, reached on that very birthday. */
export const FULL_AGE = 18;

/** Age in whole years on a day; negative before the birth. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  return wholeYearsBetween(birthDate, day);
}

/** Age in whole years at an instant, by the calendar of Europe/Rome. */
export function ageAt(birthDate: LocalDate, instant: Date): number {
  return ageOn(birthDate, localDateAt(instant));
}

export function isAdultAt(birthDate: LocalDate, instant: Date): boolean {
  return ageAt(birthDate, instant) >= FULL_AGE;
}

/** The day on which a person becomes `age` years old. */
export function birthdayOf(birthDate: LocalDate, age: number): LocalDate {
  return addYears(birthDate, age);
}
