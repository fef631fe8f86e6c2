// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, moveCase, refuse } from '@sportello/domain';
import { CaseWorkRepository } from '../../platform/activation/case-work.repository';
import { IntentRepository } from '../../platform/activation/intent.repository';
import { MOST_WRITES } from '../../platform/activation/most-writes';
import { type StationAtDesk, holderOf } from '../../platform/activation/situation';
import { SituationRepository } from '../../platform/activation/situation.repository';
import type { CaseDecisionRow, CaseRow } from '../../platform/database/rows/case-row';
import type { CaseChanges } from '../../platform/activation/case.repository';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { ANY_STATION } from '../../platform/stations/station-choice';
import { CaseDecisionRepository } from './case-decision.repository';

/** Whoever worked the case does not judge it. */
export async function unlessOwnCase(transaction: Transaction, { caller }: Act, { id }: CaseRow): Promise<Outcome<'free', Refusal>> {
  const hasActed = await transaction.repository(CaseWorkRepository).hasWorked(id, caller.operator.id);
  return hasActed ? refuse({ kind: 'own-case' }) : accept('free');
}

/** Keeps the decision beside its case: the log names it, and only this row has the supervisor's words. */
export async function keepDecision(
  transaction: Transaction,
  { caller }: Act,
  { id }: CaseRow,
  decided: Pick<CaseDecisionRow, 'decision' | 'reason'> & { readonly followUp?: CaseDecisionRow['followUp'] },
): Promise<void> {
  const row = { followUp: null, ...decided, id: transaction.newId(), caseId: id, operatorId: caller.operator.id, at: transaction.now };
  await transaction.repository(CaseDecisionRepository).keep(row);
}

/** The stop is lifted, and as many writes may begin by themselves as at first. */
export function liftedStop({ fence }: CaseRow): CaseChanges {
  return { stoppedAt: null, obstacleCode: null, obstacleDetails: null, fenceLimit: fence + MOST_WRITES };
}

/** The station of the desk that can open the codes of the case, connected or not. */
export async function holderOfCodes(transaction: Transaction, { id, deskId, idCarta }: CaseRow): Promise<StationAtDesk | undefined> {
  const intent = await transaction.repository(IntentRepository).living(id);
  if (!intent?.stationBlob) return undefined;
  return holderOf(intent.stationBlob, await transaction.repository(SituationRepository).of({ deskId, at: ANY_STATION }, idCarta, transaction.now));
}

/** The refusal of a decision for which the case is not in the right state: only an interrupted write can be taken up again. */
export function onlyInterrupted({ state }: CaseRow): Outcome<'interrupted', Refusal> {
  if (state === 'interrupted') return accept('interrupted');
  const move = moveCase(state, 'writing');
  return move.ok ? refuse({ kind: 'forbidden-transition', from: state, to: 'writing', allowed: [] }) : move;
}
