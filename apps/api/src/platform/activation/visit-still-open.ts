// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES, type CaseState, isSameVisit } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';
import type { Transaction } from '../database/transaction';
import { CaseApplicationRepository, type IdentifiedVisit } from './case-application.repository';

/** What came of the first case says that the applicant was not to be believed, or went. */
const ENDED_BADLY: readonly CaseState[] = ['refused', 'abandoned'];

/** The earlier case of a visit that is still going on before this operator; somebody else than the holder was identified in it. */
export async function visitStillOpen(transaction: Transaction, { desk, operator }: SignedInOperator, visitCaseId: string): Promise<IdentifiedVisit | undefined> {
  const visit = await transaction.repository(CaseApplicationRepository).visitOf(visitCaseId);
  if (!visit || CASE_KIND_RULES[visit.row.kind].applicant === 'holder' || ENDED_BADLY.includes(visit.row.state)) return undefined;
  const earlier = { deskId: visit.row.deskId, operatorId: visit.document.identifiedBy, at: visit.seenAt };
  return isSameVisit(earlier, { deskId: desk.id, operatorId: operator.id, at: transaction.now }) ? visit : undefined;
}
