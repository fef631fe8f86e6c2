// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from './local-date';

/** '31/12/2030' */
export function formatItalianDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** '31122030', as EF.Dati_personali keeps it. */
export function formatCompactDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}${month}${year}`;
}
