// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { compactCapitals } from '../text/compact-capitals';

/** Papers that are signed and filed: each carries a bar code whose scan finds its case. */
export const SIGNED_PAPERS = ['form', 'self-declaration', 'delegation'] as const;

export type SignedPaper = (typeof SIGNED_PAPERS)[number];

/** What the paper's barcode says: 'P119-26'. */
export type FormNumberText = Brand<string, 'FormNumberText'>;

export interface FormNumber {
  readonly value: FormNumberText;
  readonly paper: SignedPaper;
  readonly caseNumber: number;
  /** Two digits: cases are numbered anew each year. */
  readonly yearOfCentury: number;
}

export interface FormNumberRefusal {
  readonly kind: 'bad-form-number';
}

/** The first letter says which paper it is: pratica (request, notice and receipt), dichiarazione, delega. */
const LETTERS: Readonly<Record<SignedPaper, string>> = { form: 'P', 'self-declaration': 'D', delegation: 'G' };

const SHAPE = new RegExp(`^(?<letter>[${Object.values(LETTERS).join('')}])(?<caseNumber>[1-9][0-9]{0,8})[-'](?<year>[0-9]{2})$`);

/** Reads a scanned or typed number; case and blanks do not matter, and an American keyboard's apostrophe passes for the hyphen. */
export function parseFormNumber(text: string): Outcome<FormNumber, FormNumberRefusal> {
  const found = SHAPE.exec(compactCapitals(text))?.groups;
  const paper = SIGNED_PAPERS.find((each) => LETTERS[each] === found?.['letter']);
  if (!found || !paper) return refuse({ kind: 'bad-form-number' });
  return accept(formNumber(paper, Number(found['caseNumber']), Number(found['year'])));
}

/** The number of a case's paper, from the case's number and its year in four digits. */
export function formNumberOf(caseNumber: number, year: number, paper: SignedPaper = 'form'): FormNumber {
  const isGood = Number.isInteger(caseNumber) && caseNumber >= 1 && caseNumber <= 999_999_999 && Number.isInteger(year) && year >= 0;
  if (!isGood) throw new RangeError('cases are numbered from 1');
  return formNumber(paper, caseNumber, year % 100);
}

function formNumber(paper: SignedPaper, caseNumber: number, yearOfCentury: number): FormNumber {
  const value = `${LETTERS[paper]}${caseNumber}-${String(yearOfCentury).padStart(2, '0')}` as FormNumberText;
  return { value, paper, caseNumber, yearOfCentury };
}
