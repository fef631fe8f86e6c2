// SPDX-License-Identifier: AGPL-3.0-or-later
import { isAfter, isBefore, daysBetween } from '../time/date-arithmetic';
import type { LocalDate } from '../time/local-date';
import { periodBetween } from '../time/period';
import { documentGaps } from './document-gaps';
import { refusalOfType } from './document-acceptance';
import type { ChosenDocuments } from './document-acceptance';
import { documentHints } from './document-hints';
import type { DocumentAssessment, DocumentExpiry, DocumentRefusal, DocumentValidity, IdentityDocumentDraft } from './identity-document';

export interface DocumentContext {
  /** The day at the desk, Europe/Rome. */
  readonly today: LocalDate;
  /** Of the person whom the document names. */
  readonly holderBirthDate: LocalDate;
  /** What the installation says of the types on which no source decides. */
  readonly chosen?: ChosenDocuments;
}

/**
 * Judges a document as far as it has been told. What already rules it out is said first, so that nobody types the rest in vain;
 * then what is missing; a document is in force through its last day.
 */
export function assessDocument(document: IdentityDocumentDraft, context: DocumentContext): DocumentAssessment {
  const reason = (document.type && refusalOfType(document.type, context.today, context.chosen)) ?? refusalOfDates(document, context);
  if (reason) return { kind: 'refused', reason };
  const missing = documentGaps(document, context.holderBirthDate);
  const { expiresOn } = document;
  if (missing.length > 0 || expiresOn === undefined) return { kind: 'incomplete', missing };
  return { kind: 'in-force', validity: validityOf(expiresOn, context.today), hints: documentHints(document, context.holderBirthDate) };
}

function refusalOfDates({ issuedOn, expiresOn }: IdentityDocumentDraft, { today, holderBirthDate }: DocumentContext): DocumentRefusal | undefined {
  const expiry = expiresOn === 'none' ? undefined : expiresOn;
  if (issuedOn && expiry && isAfter(issuedOn, expiry)) {
    return { kind: 'document-dates-disagree', disagreement: { kind: 'issued-after-expiry', issuedOn, expiresOn: expiry } };
  }
  if (issuedOn && isBefore(issuedOn, holderBirthDate)) {
    return { kind: 'document-dates-disagree', disagreement: { kind: 'issued-before-birth', issuedOn, birthDate: holderBirthDate } };
  }
  if (issuedOn && isAfter(issuedOn, today)) return { kind: 'document-not-yet-issued', issuedOn };
  if (expiry && isBefore(expiry, today)) return { kind: 'document-expired', expiredOn: expiry, daysAgo: daysBetween(expiry, today) };
  return undefined;
}

function validityOf(expiresOn: DocumentExpiry, today: LocalDate): DocumentValidity {
  if (expiresOn === 'none') return { kind: 'unlimited' };
  return { kind: 'until', expiresOn, left: periodBetween(today, expiresOn), daysLeft: daysBetween(today, expiresOn) };
}
