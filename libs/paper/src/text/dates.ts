// SPDX-License-Identifier: AGPL-3.0-or-later
import { DESK_ZONE } from '@sportello/domain';
import type { Language } from './language';

export const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB', de: 'de-DE' };

type Formatters = Readonly<Record<Language, Intl.DateTimeFormat>>;

/** Building a formatter costs a hundred times its use. */
const formatters = (options: Intl.DateTimeFormatOptions): Formatters => ({
  it: new Intl.DateTimeFormat(LOCALES.it, options),
  en: new Intl.DateTimeFormat(LOCALES.en, options),
  de: new Intl.DateTimeFormat(LOCALES.de, options),
});

const LONG: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const longOfDay = formatters({ ...LONG, timeZone: 'UTC' });
const longAtDesk = formatters({ ...LONG, timeZone: DESK_ZONE });
const shortOfDay = formatters({ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
const secondsAtDesk = formatters({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: DESK_ZONE });
const timeAtDesk = formatters({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: DESK_ZONE });

/** `24 novembre 2026`, from `2026-11-24`. */
export function longDate(day: string, language: Language): string {
  return withItalianFirst(longOfDay[language].format(midnightUtc(day)), language);
}

/** `24/11/2026`, in German `24.11.2026`, from `2026-11-24`. */
export function shortDate(day: string, language: Language): string {
  return shortOfDay[language].format(midnightUtc(day));
}

/** `24 novembre 2026` and `10:43` on the desk's clock, from an ISO 8601 instant. */
export function atDesk(instant: string, language: Language): { readonly day: string; readonly time: string } {
  const moment = new Date(instant);
  return {
    day: withItalianFirst(longAtDesk[language].format(moment), language),
    time: timeAtDesk[language].format(moment),
  };
}

/** The same to the second: `10:43:07`. */
export function toTheSecondAtDesk(instant: string, language: Language): { readonly day: string; readonly time: string } {
  return { ...atDesk(instant, language), time: secondsAtDesk[language].format(new Date(instant)) };
}

/** Noon of a day: the date of a file that must not tell the hour. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function midnightUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Italian writes the first of a month as an ordinal. */
function withItalianFirst(date: string, language: Language): string {
  return language === 'it' ? date.replace(/^1 /, '1° ') : date;
}
