// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from '../time/local-date';
import type { Period } from '../time/period';
import type { DocumentType } from './document-types';

/** What has been taken from a document so far; undefined or blank is not yet told. */
export interface IdentityDocumentDraft {
  readonly type: DocumentType | undefined;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: LocalDate | undefined;
  /** 'none' when the document bears no expiry: unlimited, or of a type that has none. */
  readonly expiresOn: DocumentExpiry | undefined;
}

export type DocumentExpiry = LocalDate | 'none';

export type DocumentField = keyof IdentityDocumentDraft;

/** A field that stands between the document and its judgement, in the order of the form. */
export type DocumentGap =
  | { readonly kind: 'absent'; readonly field: DocumentField }
  /** Not as such numbers are written; `example` is how they are. */
  | { readonly kind: 'malformed'; readonly field: 'number'; readonly example: string };

/** Why the document proves nothing today. There is no override. */
export type DocumentRefusal =
  | { readonly kind: 'document-expired'; readonly expiredOn: LocalDate; readonly daysAgo: number }
  | { readonly kind: 'paper-id'; readonly since: LocalDate; readonly source: string }
  /** The type proves nothing here: `since` when it once did. */
  | { readonly kind: 'document-not-accepted'; readonly type: DocumentType; readonly since: LocalDate | undefined }
  | { readonly kind: 'document-not-yet-issued'; readonly issuedOn: LocalDate }
  | { readonly kind: 'document-dates-disagree'; readonly disagreement: DateDisagreement };

export type DateDisagreement =
  | { readonly kind: 'issued-after-expiry'; readonly issuedOn: LocalDate; readonly expiresOn: LocalDate }
  | { readonly kind: 'issued-before-birth'; readonly issuedOn: LocalDate; readonly birthDate: LocalDate };

/** Worth a look, and no more. */
export type DocumentHint =
  | { readonly kind: 'expiry-not-on-birthday'; readonly birthday: LocalDate }
  | { readonly kind: 'longer-than-usual'; readonly years: number }
  /** Good here, and no help to who wants SPID. */
  | { readonly kind: 'not-for-spid' };

export type DocumentValidity =
  | { readonly kind: 'until'; readonly expiresOn: LocalDate; readonly left: Period; readonly daysLeft: number }
  | { readonly kind: 'unlimited' };

export type DocumentAssessment =
  | { readonly kind: 'in-force'; readonly validity: DocumentValidity; readonly hints: readonly DocumentHint[] }
  | { readonly kind: 'incomplete'; readonly missing: readonly DocumentGap[] }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusal };
