// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES, type ChosenDocuments, type Outcome, accept, ageOn, isForAge, localDateAt, parseLocalDate, refuse } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import { judgeDocument } from '../../platform/activation/judge-identity';

/** Whether card and document are in force today, too, and the holder is still of the kind's age: on the eighteenth birthday nobody acts for a minor any more. */
export async function evidenceStillGood(transaction: Transaction, row: CaseRow, chosen: ChosenDocuments): Promise<Outcome<'in-force', Refusal>> {
  const document = await transaction.repository(CaseRepository).documentOf(row.id);
  if (!document || !row.holder) throw new Error('an authorised case without its evidence');
  const today = localDateAt(transaction.now);
  const { birthDate, cardExpiresOn } = row.holder;
  if (cardExpiresOn < today) return refuse({ kind: 'card-expired', expiredOn: cardExpiresOn });
  const [rule, age] = [CASE_KIND_RULES[row.kind], ageOn(birthDate, today)];
  if (!isForAge(rule, age)) return refuse({ kind: 'kind-not-for-age', caseKind: row.kind, age });
  // The document is of whoever came for the holder.
  const bearer = rule.applicant === 'holder' ? undefined : parseLocalDate(document.person.birthDate);
  const judged = judgeDocument(document, { today, holderBirthDate: bearer?.ok ? bearer.value : birthDate, chosen });
  return judged.ok ? accept('in-force') : judged;
}
