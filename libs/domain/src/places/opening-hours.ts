// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

/** In the order of the week, ISO 8601 §3.1.1.8: it begins on Monday. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** 'HH:MM' on the desk's clock (Europe/Rome), from 00:00 up to 24:00, which only ends a day. As texts such times lie in their order. */
export type TimeOfDay = Brand<string, 'TimeOfDay'>;

/** The desk is open on each such weekday; what a holiday changes is another rule's. A night is two periods: one ends at 24:00, the next begins at 00:00. */
export interface OpeningPeriod {
  readonly weekday: Weekday;
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** In the order of the week, none of them overlapping another. */
export type OpeningHours = readonly OpeningPeriod[];

/** As somebody writes a period down. */
export interface WrittenPeriod {
  readonly weekday: Weekday;
  readonly from: string;
  readonly to: string;
}

export interface BadOpeningHours {
  readonly kind: 'opening-hours-invalid';
  readonly because: 'no-time' | 'ends-before-it-begins' | 'overlap' | 'too-many';
  /** The period that is wrong. */
  readonly weekday: Weekday;
  readonly from: string;
  readonly to: string;
}

/** More on one day is a slip of the finger. */
export const MOST_PERIODS_A_DAY = 4;

const TIME = /^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** '8:30', '8.30' and '08:30' are the same; undefined: no time of the day. */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  const written = text.trim().replace('.', ':').replace(/^(\d):/, '0$1:');
  return TIME.test(written) ? (written as TimeOfDay) : undefined;
}

/** The periods in the order of the week; refused when one is none, or two of a day overlap. One that begins when another ends overlaps nothing. */
export function openingHours(written: readonly WrittenPeriod[]): Outcome<OpeningHours, BadOpeningHours> {
  const periods: OpeningPeriod[] = [];
  for (const period of written) {
    const [from, to] = [parseTimeOfDay(period.from), parseTimeOfDay(period.to)];
    if (from === undefined || to === undefined || from === '24:00') return refuse(bad('no-time', period));
    if (to <= from) return refuse(bad('ends-before-it-begins', period));
    periods.push({ weekday: period.weekday, from, to });
  }
  const ordered = periods.sort(inOrderOfWeek);
  for (const [index, period] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before?.weekday === period.weekday && before.to > period.from) return refuse(bad('overlap', period));
    if (ordered[index - MOST_PERIODS_A_DAY]?.weekday === period.weekday) return refuse(bad('too-many', period));
  }
  return accept(ordered);
}

/** Weekdays with the same hours, told together. */
export interface DaysAlike {
  readonly days: readonly Weekday[];
  readonly periods: readonly Pick<OpeningPeriod, 'from' | 'to'>[];
}

/** The week as people say it: neighbouring days that are alike are one line; days on which the desk is closed are left out. */
export function weekInLines(hours: readonly OpeningPeriod[]): readonly DaysAlike[] {
  const lines: { days: Weekday[]; periods: Pick<OpeningPeriod, 'from' | 'to'>[]; asText: string }[] = [];
  let yesterday = '';
  for (const weekday of WEEKDAYS) {
    const periods = hours.filter((period) => period.weekday === weekday).map(({ from, to }) => ({ from, to }));
    const asText = periods.map(({ from, to }) => `${from}-${to}`).join(' ');
    if (asText !== '' && asText === yesterday) lines.at(-1)?.days.push(weekday);
    else if (asText !== '') lines.push({ days: [weekday], periods, asText });
    yesterday = asText;
  }
  return lines.map(({ days, periods }) => ({ days, periods }));
}

function inOrderOfWeek(left: OpeningPeriod, right: OpeningPeriod): number {
  return WEEKDAYS.indexOf(left.weekday) - WEEKDAYS.indexOf(right.weekday) || left.from.localeCompare(right.from);
}

function bad(because: BadOpeningHours['because'], { weekday, from, to }: WrittenPeriod): BadOpeningHours {
  return { kind: 'opening-hours-invalid', because, weekday, from, to };
}
