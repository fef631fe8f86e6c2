// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { RevocationState } from './revocation-states';
import { REVOCATION_TRANSITIONS } from './revocation-transitions';
import type { RevocationCause, RevocationTransition } from './revocation-transitions';

export interface ForbiddenRevocationTransition {
  readonly kind: 'forbidden-revocation-transition';
  readonly from: RevocationState;
  readonly to: RevocationState;
  /** Where the request could go instead; none when it has ended. */
  readonly allowed: readonly RevocationState[];
}

/** The move exists, but not without a cause, or not for the one given. */
export interface RevocationCauseNeeded {
  readonly kind: 'revocation-cause-needed';
  readonly from: RevocationState;
  readonly to: RevocationState;
  readonly causes: readonly RevocationCause[];
}

export type RevocationMoveRefusal = ForbiddenRevocationTransition | RevocationCauseNeeded;

export interface RevocationMove {
  readonly from: RevocationState;
  readonly to: RevocationState;
  readonly cause: RevocationCause | undefined;
  /** Undefined: nothing goes out. */
  readonly transaction: 'new' | 'same' | undefined;
}

/** Asks the table for one move. `cause` belongs to the rows that name causes, and to no others. */
export function moveRevocation(from: RevocationState, to: RevocationState, cause?: RevocationCause): Outcome<RevocationMove, RevocationMoveRefusal> {
  const row = REVOCATION_TRANSITIONS.find((each) => each.from === from && each.to === to);
  if (!row) return refuse({ kind: 'forbidden-revocation-transition', from, to, allowed: nextRevocationStates(from) });
  if (!isCauseOf(row, cause)) return refuse({ kind: 'revocation-cause-needed', from, to, causes: row.causes ?? [] });
  return accept({ from, to, cause, transaction: row.transaction });
}

export function nextRevocationStates(from: RevocationState): readonly RevocationState[] {
  return REVOCATION_TRANSITIONS.filter((row) => row.from === from).map((row) => row.to);
}

function isCauseOf({ causes = [] }: RevocationTransition, cause: RevocationCause | undefined): boolean {
  return cause === undefined ? causes.length === 0 : causes.includes(cause);
}
