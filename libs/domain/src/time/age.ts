// SPDX-License-Identifier: AGPL-3.0-or-later
import { addYears, isBefore } from './date-arithmetic';
import { datePartsOf, existingDate } from './local-date';
import type { LocalDate } from './local-date';
import { localDateAt } from './zoned-date';

/** Art. 2 c.c.: full age is eighteen, reached when the eighteenth year is completed: on that very birthday, from midnight in Rome. */
export const FULL_AGE = 18;

/** Age in whole years on a day; negative before the birth. */
export function ageOn(birthDate: LocalDate, day: LocalDate): number {
  const years = datePartsOf(day).year - datePartsOf(birthDate).year;
  return isBefore(day, birthdayOf(birthDate, years)) ? years - 1 : years;
}

/** Age in whole years at an instant, by the calendar of Europe/Rome. */
export function ageAt(birthDate: LocalDate, instant: Date): number {
  return ageOn(birthDate, localDateAt(instant));
}

export function isAdultAt(birthDate: LocalDate, instant: Date): boolean {
  return ageAt(birthDate, instant) >= FULL_AGE;
}

/**
 * The day on which a person becomes `age` years old. A year of life is completed when the day before the birthday ends (art. 2 c.c. speaks of its completion). Who was born on
 * 29 February completes one, where that day is missing, with the last day of the month (art. 2963 c.c., fifth paragraph), and so when 28 February has ended: on 1 March. A card is
 * thus never given a day too early to who is a minor.
 */
export function birthdayOf(birthDate: LocalDate, age: number): LocalDate {
  const { year, month, day } = datePartsOf(birthDate);
  const birthday = addYears(birthDate, age);
  const isMissing = month === 2 && day === 29 && datePartsOf(birthday).day !== 29;
  return isMissing ? existingDate(year + age, 3, 1) : birthday;
}
