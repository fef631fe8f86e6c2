// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseItalianDate } from '@sportello/domain';
import type { LocalDate } from '@sportello/domain';
import { writtenDate } from '../../data/time/desk-time';

export function dateIn(text: string): LocalDate | undefined {
  const date = parseItalianDate(text);
  return date.ok ? date.value : undefined;
}

/** Puts a date into its written form: 14092020 becomes 14/09/2020. */
export function tidyDate(field: { (): string; set(text: string): void }): void {
  const date = dateIn(field());
  if (date) field.set(writtenDate(date));
}
