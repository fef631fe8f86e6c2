// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { CaseState } from './case-states';
import { CASE_TRANSITIONS } from './case-transitions';
import type { CaseCause, CaseTransition } from './case-transitions';

export interface ForbiddenCaseTransition {
  readonly kind: 'forbidden-transition';
  readonly from: CaseState;
  readonly to: CaseState;
  /** Where the case could go instead; none when it has ended. */
  readonly allowed: readonly CaseState[];
}

/** The move exists, but not without a cause, or not for the one given. */
export interface CaseCauseNeeded {
  readonly kind: 'cause-needed';
  readonly from: CaseState;
  readonly to: CaseState;
  readonly causes: readonly CaseCause[];
}

export type CaseMoveRefusal = ForbiddenCaseTransition | CaseCauseNeeded;

export interface CaseMove {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly cause: CaseCause | undefined;
  readonly doCodesEnd: boolean;
}

/** Asks the table for one move. `cause` belongs to the rows that name causes, and to no others. */
export function moveCase(from: CaseState, to: CaseState, cause?: CaseCause): Outcome<CaseMove, CaseMoveRefusal> {
  const row = transitionBetween(from, to);
  if (!row) return refuse({ kind: 'forbidden-transition', from, to, allowed: nextCaseStates(from) });
  const causes = row.causes ?? [];
  const isCauseRight = cause === undefined ? causes.length === 0 : causes.includes(cause);
  if (!isCauseRight) return refuse({ kind: 'cause-needed', from, to, causes });
  return accept({ from, to, cause, doCodesEnd: row.doCodesEnd ?? false });
}

/** Whether the table has a row for the move, whatever its cause: what a page asks before it offers an act. */
export function canMoveCase(from: CaseState, to: CaseState): boolean {
  return transitionBetween(from, to) !== undefined;
}

export function nextCaseStates(from: CaseState): readonly CaseState[] {
  return CASE_TRANSITIONS.filter((row) => row.from === from).map((row) => row.to);
}

function transitionBetween(from: CaseState, to: CaseState): CaseTransition | undefined {
  return CASE_TRANSITIONS.find((row) => row.from === from && row.to === to);
}
