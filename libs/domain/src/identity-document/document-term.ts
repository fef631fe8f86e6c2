// SPDX-License-Identifier: AGPL-3.0-or-later
import { ageOn } from '../time/age';
import { isBefore } from '../time/date-arithmetic';
import type { LocalDate } from '../time/local-date';
import type { DocumentTerm, DocumentTypeRule } from './document-types';

/** The rule on expiry under which a document was issued: the last row that had begun and whose age its holder had reached. */
export function termAtIssue(rule: DocumentTypeRule, issuedOn: LocalDate, holderBirthDate: LocalDate): DocumentTerm | undefined {
  const age = ageOn(holderBirthDate, issuedOn);
  return rule.terms.findLast((term) => !isBefore(issuedOn, term.issuedSince) && age >= term.holderAge);
}
