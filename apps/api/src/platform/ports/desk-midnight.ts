// SPDX-License-Identifier: AGPL-3.0-or-later
import { DESK_ZONE, localDateAt } from '@sportello/domain';

const HOUR_MS = 3_600_000;
const clock = new Intl.DateTimeFormat('en-u-nu-latn', { timeZone: DESK_ZONE, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The instant at which the desk's day began, at or before `now`. Italy's clocks change at night, at two or three, so a day's first hour is never doubled or skipped. */
export function deskMidnight(now: Date): Date {
  const today = localDateAt(now);
  // Italy is one hour ahead of UTC, or two in summer: one of the two instants is this day's midnight.
  const utc = Date.parse(`${today}T00:00:00Z`);
  const midnight = [new Date(utc - HOUR_MS), new Date(utc - 2 * HOUR_MS)].find((candidate) => localDateAt(candidate) === today && isMidnight(candidate));
  if (!midnight) throw new RangeError('no midnight was found');
  return midnight;
}

const DAY_MS = 24 * HOUR_MS;

/** The instant at which the desk's day `days` after this one is over. */
export function endOfDeskDay(now: Date, days: number): Date {
  // Noon of the day that comes after it: no change of the clocks moves it into another day.
  return deskMidnight(new Date(deskMidnight(now).getTime() + (days + 1) * DAY_MS + 12 * HOUR_MS));
}

function isMidnight(instant: Date): boolean {
  return clock.format(instant) === '00:00:00';
}
