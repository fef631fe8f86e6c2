// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpeningPeriodMessage } from '@sportello/contracts';
import { type BadOpeningHours, openingHours, type Weekday, WEEKDAYS, type WrittenPeriod } from '@sportello/domain';

/** A week as it stands in a form: '8:30-12:30, 14:30-17:00' for each day. */
export type TypedWeek = Readonly<Record<Weekday, string>>;

export type WeekTroubles = Readonly<Partial<Record<Weekday, BadOpeningHours['because']>>>;

export function typedWeek(hours: readonly OpeningPeriodMessage[]): TypedWeek {
  const on = (weekday: Weekday): string => hours.filter((period) => period.weekday === weekday).map(({ from, to }) => `${from}-${to}`).join(', ');
  return Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, on(weekday)])) as Record<Weekday, string>;
}

/** The periods of a day as they were typed: between commas, each with a hyphen or a dash in it. */
export function writtenPeriods(weekday: Weekday, text: string): readonly WrittenPeriod[] {
  return text
    .split(/[,;]/)
    .map((period) => period.trim())
    .filter((period) => period !== '')
    .map((period) => {
      const [from = '', to = ''] = period.split(/[-–]/).map((time) => time.trim());
      return { weekday, from, to };
    });
}

/** By the very rule that decides at the server. */
export function weekTroubles(week: TypedWeek): WeekTroubles {
  const troubles: Partial<Record<Weekday, BadOpeningHours['because']>> = {};
  for (const weekday of WEEKDAYS) {
    const hours = openingHours(writtenPeriods(weekday, week[weekday]));
    if (!hours.ok) troubles[weekday] = hours.refusal.because;
  }
  return troubles;
}

export function weekIn(week: TypedWeek): WrittenPeriod[] {
  return WEEKDAYS.flatMap((weekday) => [...writtenPeriods(weekday, week[weekday])]);
}
