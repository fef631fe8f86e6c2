// SPDX-License-Identifier: AGPL-3.0-or-later
import { existingDate } from './local-date';
import type { LocalDate } from './local-date';

/** Where every desk stands: ages and expiries are reckoned by its calendar, wherever the computer is. */
export const DESK_ZONE = 'Europe/Rome';

/** The day that the calendar on the wall shows at an instant, in an IANA zone. */
export function localDateAt(instant: Date, zone: string = DESK_ZONE): LocalDate {
  const parts = calendarOf(zone).formatToParts(instant);
  const part = (type: 'year' | 'month' | 'day') => Number(parts.find((found) => found.type === type)?.value);
  return existingDate(part('year'), part('month'), part('day'));
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a hundred times its use: one per zone is kept. */
function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(zone, made);
  return made;
}
