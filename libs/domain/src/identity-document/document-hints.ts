// SPDX-License-Identifier: AGPL-3.0-or-later
import { addYears, isAfter, isBefore } from '../time/date-arithmetic';
import { datePartsOf } from '../time/local-date';
import type { LocalDate } from '../time/local-date';
import { termAtIssue } from './document-term';
import { DOCUMENT_TYPE_RULES } from './document-type-rules';
import type { DocumentHint, IdentityDocumentDraft } from './identity-document';

/** Oddities of a document in force: for the operator's eyes, and never a reason to refuse. */
export function documentHints({ type, issuedOn, expiresOn }: IdentityDocumentDraft, holderBirthDate: LocalDate): readonly DocumentHint[] {
  if (!type) return [];
  const rule = DOCUMENT_TYPE_RULES[type];
  const hints: DocumentHint[] = rule.isNotForSpid ? [{ kind: 'not-for-spid' }] : [];
  if (!issuedOn || !expiresOn || expiresOn === 'none') return hints;

  const birthday = addYears(holderBirthDate, datePartsOf(expiresOn).year - datePartsOf(holderBirthDate).year);
  const hasBirthdayRule = rule.isBirthdayExpirySince !== undefined && !isBefore(issuedOn, rule.isBirthdayExpirySince);
  if (hasBirthdayRule && expiresOn !== birthday) hints.push({ kind: 'expiry-not-on-birthday', birthday });

  // The term may run on to the next birthday: one year of grace.
  const years = termAtIssue(rule, issuedOn, holderBirthDate)?.years;
  if (years !== undefined && isAfter(expiresOn, addYears(issuedOn, years + 1))) hints.push({ kind: 'longer-than-usual', years });
  return hints;
}
