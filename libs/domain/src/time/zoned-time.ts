// SPDX-License-Identifier: AGPL-3.0-or-later
import { datePartsOf } from './local-date';
import type { LocalDate } from './local-date';
import { DESK_ZONE } from './zoned-date';

/**
 * The instants at which the clock on the wall shows a minute of a day ('HH:MM', up to 24:00), in an IANA zone: one, or two when clocks go back. A minute that clocks leave
 * out when they go forward is read by the offset before the gap (RFC 5545 §3.3.5), and so lies after it.
 */
export function instantsAt(date: LocalDate, time: string, zone: string = DESK_ZONE): { readonly first: Date; readonly last: Date } {
  const { year, month, day } = datePartsOf(date);
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  const wall = Date.UTC(year, month - 1, day, hours, minutes);
  const [before, after] = [offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone)];
  const shown = [before, after].map((offset) => wall - offset).filter((instant) => instant + offsetAt(instant, zone) === wall);
  const found = shown.length > 0 ? shown : [wall - before];
  return { first: new Date(Math.min(...found)), last: new Date(Math.max(...found)) };
}

const DAY_MS = 86_400_000;

/** By how many milliseconds the zone's clock is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a hundred times its use: one per zone is kept. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  clocks.set(zone, made);
  return made;
}
