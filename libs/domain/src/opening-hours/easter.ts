// SPDX-License-Identifier: AGPL-3.0-or-later
import { existingDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** Easter Sunday of a year of the Gregorian calendar, by the reckoning of *Nature*, 20 April 1876 (J. Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const [century, yearOfCentury] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * late + 114;
  return existingDate(year, Math.floor(count / 31), (count % 31) + 1);
}
