// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { IdentifiedVisit } from '../../platform/activation/case-application.repository';
import { visitStillOpen } from '../../platform/activation/visit-still-open';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';

/** The earlier case whose applicant goes on with another card; over when the person was seen by another operator, at another desk or too long ago. */
export async function openVisit(transaction: Transaction, { caller }: Act, visitCaseId: string | null): Promise<Outcome<IdentifiedVisit, Refusal>> {
  const visit = visitCaseId === null ? undefined : await visitStillOpen(transaction, caller, visitCaseId);
  return visit ? accept(visit) : refuse({ kind: 'same-visit-ended' });
}
