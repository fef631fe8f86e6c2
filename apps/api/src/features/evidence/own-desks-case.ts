// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { CaseRepository } from '../../platform/activation/case.repository';
import { isOwnApplication } from '../../platform/activation/own-application';
import { isOwnCase } from '../../platform/activation/own-case';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';

/** A case of the caller's desk. Another desk's is as good as none: nobody learns that it exists. */
export async function ownDesksCase(transaction: Transaction, caller: SignedInOperator, caseId: string): Promise<Outcome<CaseRow, Refusal>> {
  const row = await transaction.repository(CaseRepository).byId(caseId);
  return row?.deskId === caller.desk.id ? accept(row) : refuse({ kind: 'not-found' });
}

/** The same, held until the transaction ends, for whoever changes its files; nobody does so on the own card, nor where they themselves came for the holder. */
export async function heldForEvidence(transaction: Transaction, caller: SignedInOperator, caseId: string): Promise<Outcome<CaseRow, Refusal>> {
  const row = await transaction.repository(CaseRepository).held(caseId);
  if (row?.deskId !== caller.desk.id) return refuse({ kind: 'not-found' });
  if (await isOwnCase(transaction, caller, row)) return refuse({ kind: 'own-card' });
  return (await isOwnApplication(transaction, caller.operator.codiceFiscale, row)) ? refuse({ kind: 'applicant-is-operator' }) : accept(row);
}
