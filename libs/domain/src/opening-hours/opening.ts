// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from '../time/local-date';
import { addDays } from '../time/date-arithmetic';
import { localDateAt } from '../time/zoned-date';
import { instantsAt } from '../time/zoned-time';
import { closedDay, weekdayOf } from './opening-calendar';
import type { ClosedDay, OpeningCalendar } from './opening-calendar';

/** Whether a place is open at an instant; `next` is null where it does not open within a year. */
export type Opening =
  | { readonly isOpen: true; readonly until: Date }
  | { readonly isOpen: false; readonly because: ClosedDay | { readonly because: 'hour' }; readonly next: Date | null };

interface OpenSpan {
  readonly from: Date;
  readonly to: Date;
}

/** Open from the first minute of a period up to its last, which is closed. Periods that touch are one. */
export function openNow(calendar: OpeningCalendar, instant: Date): Opening {
  const today = localDateAt(instant);
  const current = spansFrom(calendar, addDays(today, -1), 3).find(({ from, to }) => from <= instant && instant < to);
  if (current) return { isOpen: true, until: endOf(calendar, current) };
  return { isOpen: false, because: closedDay(calendar, today) ?? { because: 'hour' }, next: nextOpening(calendar, instant) };
}

/** When the place opens next, after this instant; null: not within a year. While it is open: when it opens after it has closed. */
export function nextOpening(calendar: OpeningCalendar, instant: Date): Date | null {
  const today = localDateAt(instant);
  let lastEnd: Date | undefined;
  for (let index = -1; index <= DAYS_LOOKED_AT; index += 1) {
    for (const { from, to } of spansOf(calendar, addDays(today, index))) {
      const isJoined = lastEnd !== undefined && lastEnd.getTime() >= from.getTime();
      if (from > instant && !isJoined) return from;
      lastEnd = to;
    }
  }
  return null;
}

/** What arrives now finds nobody there: it is marked, and never refused. */
export function isOutOfHours(calendar: OpeningCalendar, instant: Date): boolean {
  return !openNow(calendar, instant).isOpen;
}

const DAYS_LOOKED_AT = 366;
/** A place that never closes is not followed further. */
const DAYS_FOLLOWED = 14;

function endOf(calendar: OpeningCalendar, { to }: OpenSpan): Date {
  let end = to;
  for (const span of spansFrom(calendar, localDateAt(to), DAYS_FOLLOWED)) if (span.from <= end && span.to > end) end = span.to;
  return end;
}

function spansFrom(calendar: OpeningCalendar, first: LocalDate, days: number): readonly OpenSpan[] {
  return Array.from({ length: days }, (_, index) => spansOf(calendar, addDays(first, index))).flat();
}

/** When clocks go back, a period begins with the first of two equal minutes and ends with the last: nobody finds a door shut before its hour. */
function spansOf(calendar: OpeningCalendar, date: LocalDate): readonly OpenSpan[] {
  if (closedDay(calendar, date)) return [];
  const weekday = weekdayOf(date);
  return calendar.hours
    .filter((period) => period.weekday === weekday)
    .map(({ from, to }) => ({ from: instantsAt(date, from).first, to: instantsAt(date, to).last }))
    .filter(({ from, to }) => from < to);
}
