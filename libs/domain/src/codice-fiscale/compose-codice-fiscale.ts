// SPDX-License-Identifier: AGPL-3.0-or-later
import { datePartsOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { checkLetterOf } from './check-letter';
import type { BelfioreCode, RegularCodiceFiscale, Sex } from './codice-fiscale';
import { nameLetters, surnameLetters } from './name-letters';
import { FEMALE_DAY_OFFSET, MONTH_LETTERS, parseCodiceFiscale } from './parse-codice-fiscale';

export interface PersonForCodiceFiscale {
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly birthPlace: BelfioreCode;
}

/** Makes the code that these data would give. Only for invented people and for comparison: a real code is assigned by the tax office, not reckoned. */
export function composeCodiceFiscale(person: PersonForCodiceFiscale): RegularCodiceFiscale {
  const firstFifteen = surnameLetters(person.surname) + nameLetters(person.name) + birthLetters(person.birthDate, person.sex) + person.birthPlace;
  const parsed = parseCodiceFiscale(firstFifteen + checkLetterOf(firstFifteen));
  if (!parsed.ok || parsed.value.kind !== 'regular') throw new RangeError('these data give no codice fiscale');
  return parsed.value;
}

/** A letter and three digits, as the place of birth stands in a codice fiscale; undefined for anything else. */
export function belfioreCodeOf(text: string): BelfioreCode | undefined {
  const code = text.trim().toUpperCase();
  return /^[A-Z]\d{3}$/.test(code) ? (code as BelfioreCode) : undefined;
}

function birthLetters(birthDate: LocalDate, sex: Sex): string {
  const { year, month, day } = datePartsOf(birthDate);
  const raised = sex === 'F' ? day + FEMALE_DAY_OFFSET : day;
  return String(year % 100).padStart(2, '0') + MONTH_LETTERS.charAt(month - 1) + String(raised).padStart(2, '0');
}
