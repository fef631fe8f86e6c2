// SPDX-License-Identifier: AGPL-3.0-or-later
import { existingDate } from '../time/local-date';
import type { LocalDate } from '../time/local-date';

/** Documents that prove an identity at the desk (DPR 445/2000 art. 35), and the passports of other States. */
export const DOCUMENT_TYPES = [
  'cie',
  'paper-identity-card',
  'passport',
  'driving-licence',
  'nautical-licence',
  'pension-booklet',
  'heating-plant-licence',
  'firearms-licence',
  'state-recognition-card',
  'foreign-passport',
] as const;

export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** How long a document issued from a day on, to a holder of an age, runs at most. */
export interface DocumentTerm {
  readonly issuedSince: LocalDate;
  readonly holderAge: number;
  /** Undefined where no rule of ours knows it. */
  readonly years: number | undefined;
  /** Whether the document may bear no expiry at all. */
  readonly mayBeUnlimited: boolean;
}

export interface DocumentTypeRule {
  readonly type: DocumentType;
  /** Where the shape of the number is known. */
  readonly number?: { readonly pattern: RegExp; readonly example: string };
  /** The last row that had begun at the issue, and whose age the holder had, counts. */
  readonly terms: readonly DocumentTerm[];
  /** From this issue date on, the nominal term runs on to the holder's next birthday (DL 5/2012 art. 7). */
  readonly isBirthdayExpirySince?: LocalDate;
  /** From this day on the type proves nothing, whatever expiry it bears. */
  readonly refusedSince?: { readonly date: LocalDate; readonly source: string };
}

const EVER = existingDate(1900, 1, 1);
const BIRTHDAY_RULE = existingDate(2012, 2, 10);

const tenYears: DocumentTerm = { issuedSince: EVER, holderAge: 0, years: 10, mayBeUnlimited: false };
const ownExpiry: DocumentTerm = { issuedSince: EVER, holderAge: 0, years: undefined, mayBeUnlimited: false };
const perhapsNoExpiry: DocumentTerm = { ...ownExpiry, mayBeUnlimited: true };

export const DOCUMENT_TYPE_RULES: Readonly<Record<DocumentType, DocumentTypeRule>> = {
  cie: {
    type: 'cie',
    number: { pattern: /^C[A-Z][0-9]{5}[A-Z]{2}$/, example: 'CA12345AB' },
    // Cards for people of 70 and over: reports say fifty years, or unlimited; both pass.
    terms: [tenYears, { issuedSince: existingDate(2026, 7, 30), holderAge: 70, years: 50, mayBeUnlimited: true }],
    isBirthdayExpirySince: BIRTHDAY_RULE,
  },
  'paper-identity-card': {
    type: 'paper-identity-card',
    number: { pattern: /^[A-Z]{2}[0-9]{7}$/, example: 'AX1234567' },
    terms: [tenYears],
    isBirthdayExpirySince: BIRTHDAY_RULE,
    refusedSince: { date: existingDate(2026, 8, 3), source: 'DAIT 76/2025' },
  },
  passport: { type: 'passport', number: { pattern: /^[A-Z]{2}[0-9]{7}$/, example: 'YA1234567' }, terms: [tenYears] },
  'driving-licence': { type: 'driving-licence', terms: [tenYears] },
  'nautical-licence': { type: 'nautical-licence', terms: [ownExpiry] },
  'pension-booklet': { type: 'pension-booklet', terms: [perhapsNoExpiry] },
  'heating-plant-licence': { type: 'heating-plant-licence', terms: [perhapsNoExpiry] },
  'firearms-licence': { type: 'firearms-licence', terms: [ownExpiry] },
  'state-recognition-card': { type: 'state-recognition-card', terms: [perhapsNoExpiry] },
  'foreign-passport': { type: 'foreign-passport', terms: [ownExpiry] },
};

export function isDocumentType(text: string): text is DocumentType {
  return DOCUMENT_TYPES.some((type) => type === text);
}
