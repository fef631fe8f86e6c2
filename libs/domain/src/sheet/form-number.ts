// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { compactCapitals } from '../text/compact-capitals';

/** What the form's barcode says: 'P119-26'. */
export type FormNumberText = Brand<string, 'FormNumberText'>;

export interface FormNumber {
  readonly value: FormNumberText;
  readonly caseNumber: number;
  /** Two digits: cases are numbered anew each year. */
  readonly yearOfCentury: number;
}

export interface FormNumberRefusal {
  readonly kind: 'bad-form-number';
}

/** Reads a scanned or typed number; case and blanks do not matter, and an American keyboard's apostrophe passes for the hyphen. */
export function parseFormNumber(text: string): Outcome<FormNumber, FormNumberRefusal> {
  const found = /^P(?<caseNumber>[1-9][0-9]{0,8})[-'](?<year>[0-9]{2})$/.exec(compactCapitals(text))?.groups;
  if (!found) return refuse({ kind: 'bad-form-number' });
  return accept(formNumber(Number(found['caseNumber']), Number(found['year'])));
}

/** The form of a case, from its number and its year in four digits. */
export function formNumberOf(caseNumber: number, year: number): FormNumber {
  const isGood = Number.isInteger(caseNumber) && caseNumber >= 1 && caseNumber <= 999_999_999 && Number.isInteger(year) && year >= 0;
  if (!isGood) throw new RangeError('cases are numbered from 1');
  return formNumber(caseNumber, year % 100);
}

function formNumber(caseNumber: number, yearOfCentury: number): FormNumber {
  return { value: `P${caseNumber}-${String(yearOfCentury).padStart(2, '0')}` as FormNumberText, caseNumber, yearOfCentury };
}
