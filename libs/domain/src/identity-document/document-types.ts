// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from '../time/local-date';

/** What people put on the counter to prove who they are, in the order of the form: DPR 445/2000 art. 35, then the documents of other States and of residence. */
export const DOCUMENT_TYPES = [
  'cie',
  'cie-optical',
  'paper-identity-card',
  'passport',
  'driving-licence',
  'nautical-licence',
  'pension-booklet',
  'heating-plant-licence',
  'firearms-licence',
  'state-recognition-card',
  'foreign-passport',
  'eu-identity-card',
  'foreign-identity-card',
  'residence-permit',
  'foreign-residence-permit',
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

/** A time in which the type proves an identity at the desk. */
export interface DocumentAcceptance {
  readonly since: LocalDate;
  /** The first day on which it does no longer, whatever expiry the document bears. */
  readonly until?: { readonly date: LocalDate; readonly source: string };
  readonly source: string;
}

export interface DocumentTypeRule {
  readonly type: DocumentType;
  readonly accepted: readonly DocumentAcceptance[];
  /** Where no source decides: what holds until the installation says otherwise. Without it the dated rows above are all there is. */
  readonly isAcceptedByDefault?: boolean;
  /** Where the shape of the number is known. */
  readonly number?: { readonly pattern: RegExp; readonly example: string; readonly source: string };
  /** How the issuer is written on such documents; a single whole one is put in unasked, one that ends in a blank is to be completed. */
  readonly issuers: readonly string[];
  /** The last row that had begun at the issue, and whose age the holder had, counts. */
  readonly terms: readonly DocumentTerm[];
  /** From this issue date on, the nominal term runs on to the holder's next birthday (DL 5/2012 art. 7). */
  readonly isBirthdayExpirySince?: LocalDate;
  /** An identity document here, and not for the recognition that gives SPID (which takes the CIE 3.0 only). */
  readonly isNotForSpid?: true;
}

export function isDocumentType(text: string): text is DocumentType {
  return DOCUMENT_TYPES.some((type) => type === text);
}
