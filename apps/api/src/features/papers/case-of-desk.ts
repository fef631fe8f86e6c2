// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import { isOwnApplication } from '../../platform/activation/own-application';
import { isOwnCase } from '../../platform/activation/own-case';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';

/** The case, held, if it is the caller's desk's and about neither the caller's own card nor their own application. Another desk's is as good as none. */
export async function caseOfDesk(transaction: Transaction, { caller }: Act, caseId: string): Promise<Outcome<CaseRow, Refusal>> {
  const row = await transaction.repository(CaseRepository).held(caseId);
  if (row?.deskId !== caller.desk.id) return refuse({ kind: 'not-found' });
  if (await isOwnCase(transaction, caller, row)) return refuse({ kind: 'own-card' });
  return (await isOwnApplication(transaction, caller.operator.codiceFiscale, row)) ? refuse({ kind: 'applicant-is-operator' }) : accept(row);
}
