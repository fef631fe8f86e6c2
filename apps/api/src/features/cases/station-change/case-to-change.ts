// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from '@sportello/domain';
import { IntentRepository } from '../../../platform/activation/intent.repository';
import { SituationRepository } from '../../../platform/activation/situation.repository';
import { type ChangeableCase, changeableCase } from '../../../platform/activation/station-change';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Refusal } from '../../../platform/problems/refusal';
import type { StationChoice } from '../../../platform/stations/station-choice';

/** The case with its codes and the station that has its card, when a change of station is what it needs now. */
export async function caseToChange(transaction: Transaction, row: CaseRow, at: StationChoice): Promise<Outcome<ChangeableCase, Refusal>> {
  const intent = await transaction.repository(IntentRepository).living(row.id);
  const situation = await transaction.repository(SituationRepository).of({ deskId: row.deskId, at }, row.idCarta, transaction.now);
  return changeableCase(row, intent, situation);
}
