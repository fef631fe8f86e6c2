// SPDX-License-Identifier: AGPL-3.0-or-later
import { refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { localDate } from './local-date';
import type { LocalDate, NoSuchDay } from './local-date';

/** The text is not a date in the way of writing that is `expected` there. */
export interface BadDateFormat {
  readonly kind: 'bad-format';
  readonly expected: 'yyyy-mm-dd' | 'dd/mm/yyyy' | 'ddmmyyyy';
}

export type DateRefusal = NoSuchDay | BadDateFormat;

/** ISO 8601, as it travels and is stored: 'YYYY-MM-DD'. */
export function parseLocalDate(text: string): Outcome<LocalDate, DateRefusal> {
  const found = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(text);
  return dateFrom(found?.groups, 'yyyy-mm-dd');
}

/** As people write it at the counter: day, month and a year of four digits, parted by / . - or blanks, or eight digits in a row. */
export function parseItalianDate(text: string): Outcome<LocalDate, DateRefusal> {
  const parted = /^(?<day>\d{1,2})(?<mark>[/.\- ])(?<month>\d{1,2})\k<mark>(?<year>\d{4})$/;
  const written = text.trim();
  const found = parted.exec(written) ?? COMPACT.exec(written);
  return dateFrom(found?.groups, 'dd/mm/yyyy');
}

/** As EF.Dati_personali keeps it: 'DDMMYYYY'. */
export function parseCompactDate(text: string): Outcome<LocalDate, DateRefusal> {
  return dateFrom(COMPACT.exec(text)?.groups, 'ddmmyyyy');
}

const COMPACT = /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/;

function dateFrom(groups: Readonly<Record<string, string>> | undefined, expected: BadDateFormat['expected']): Outcome<LocalDate, DateRefusal> {
  if (!groups) return refuse({ kind: 'bad-format', expected });
  return localDate(Number(groups['year']), Number(groups['month']), Number(groups['day']));
}
