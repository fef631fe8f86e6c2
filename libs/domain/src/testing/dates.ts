// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { daysInMonth, existingDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { parseLocalDate } from '../time/parse-date';

/** The date that a spec writes as text. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (!date.ok) throw new Error(`a spec names a day that does not exist: ${text}`);
  return date.value;
}

export function anyDate(firstYear = 1900, lastYear = 2099): fc.Arbitrary<LocalDate> {
  return fc
    .tuple(fc.integer({ min: firstYear, max: lastYear }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([year, month, dayOfMonth]) => existingDate(year, month, Math.min(dayOfMonth, daysInMonth(year, month))));
}
