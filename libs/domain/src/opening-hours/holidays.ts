// SPDX-License-Identifier: AGPL-3.0-or-later
import { addDays } from '../time/date-arithmetic';
import { datePartsOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { easterOf } from './easter';

interface HolidayRule {
  /** The same day each year, or so many days after Easter Sunday. */
  readonly on: { readonly month: number; readonly day: number } | { readonly daysAfterEaster: number };
  /** The first year that keeps it; those that the table leaves open were kept before this program was. */
  readonly since?: number;
}

/** The Republic's holidays (L. 260/1949 as amended), one row each. */
export const HOLIDAY_RULES = {
  'new-year': { on: { month: 1, day: 1 } },
  epiphany: { on: { month: 1, day: 6 } },
  easter: { on: { daysAfterEaster: 0 } },
  'easter-monday': { on: { daysAfterEaster: 1 } },
  liberation: { on: { month: 4, day: 25 } },
  labour: { on: { month: 5, day: 1 } },
  republic: { on: { month: 6, day: 2 } },
  assumption: { on: { month: 8, day: 15 } },
  'saint-francis': { on: { month: 10, day: 4 }, since: 2026 },
  'all-saints': { on: { month: 11, day: 1 } },
  'immaculate-conception': { on: { month: 12, day: 8 } },
  christmas: { on: { month: 12, day: 25 } },
  'saint-stephen': { on: { month: 12, day: 26 } },
} as const satisfies Readonly<Record<string, HolidayRule>>;

export type Holiday = keyof typeof HOLIDAY_RULES;

export const HOLIDAYS = Object.keys(HOLIDAY_RULES) as readonly Holiday[];

/** Which holiday a day is; undefined: none. Where two fall together (Easter Monday on 25 April 2011) the table's first names the day. */
export function holidayOn(date: LocalDate): Holiday | undefined {
  return HOLIDAYS.find((holiday) => isOn(HOLIDAY_RULES[holiday], date));
}

function isOn({ on, since }: HolidayRule, date: LocalDate): boolean {
  const { year, month, day } = datePartsOf(date);
  if (since !== undefined && year < since) return false;
  return 'month' in on ? on.month === month && on.day === day : addDays(easterOf(year), on.daysAfterEaster) === date;
}
