// SPDX-License-Identifier: AGPL-3.0-or-later
import { LOCALES } from './dates';
import type { Language } from './language';

/** `3,50 €`, from cents. */
export function euros(cents: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'EUR' }).format(cents / 100);
}

/** `22`, or `5,5`. */
export function percent(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value);
}
