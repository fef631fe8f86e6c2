// SPDX-License-Identifier: AGPL-3.0-or-later
import { compactCapitals } from '../text/compact-capitals';
import type { LocalDate } from '../time/local-date';
import { termAtIssue } from './document-term';
import { DOCUMENT_TYPE_RULES } from './document-type-rules';
import type { DocumentGap, IdentityDocumentDraft } from './identity-document';

/** What is still to be told, in the order of the form. */
export function documentGaps(document: IdentityDocumentDraft, holderBirthDate: LocalDate): readonly DocumentGap[] {
  const { type, issuer, issuedOn } = document;
  const gaps: DocumentGap[] = [];
  if (!type) gaps.push({ kind: 'absent', field: 'type' });
  gaps.push(...numberGap(document));
  if (issuer.trim() === '') gaps.push({ kind: 'absent', field: 'issuer' });
  if (!issuedOn) gaps.push({ kind: 'absent', field: 'issuedOn' });
  if (!isExpiryTold(document, holderBirthDate)) gaps.push({ kind: 'absent', field: 'expiresOn' });
  return gaps;
}

/** A number as documents print it: capitals without blanks. */
export function normaliseDocumentNumber(number: string): string {
  return compactCapitals(number);
}

function numberGap({ type, number }: IdentityDocumentDraft): readonly DocumentGap[] {
  const written = normaliseDocumentNumber(number);
  if (written === '') return [{ kind: 'absent', field: 'number' }];
  const known = type && DOCUMENT_TYPE_RULES[type].number;
  return known && !known.pattern.test(written) ? [{ kind: 'malformed', field: 'number', example: known.example }] : [];
}

/** "No expiry" counts as told only on documents that may have none; before the issue date is known, any term of the type may still allow it. */
function isExpiryTold({ type, issuedOn, expiresOn }: IdentityDocumentDraft, holderBirthDate: LocalDate): boolean {
  if (expiresOn !== 'none') return expiresOn !== undefined;
  if (!type) return true;
  const rule = DOCUMENT_TYPE_RULES[type];
  if (!issuedOn) return rule.terms.some((term) => term.mayBeUnlimited);
  return termAtIssue(rule, issuedOn, holderBirthDate)?.mayBeUnlimited ?? false;
}
