// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CaseState, isOpenCase } from '../case/case-states';
import { type Outcome, accept, refuse } from '../outcome';
import { localDateAt } from '../time/zoned-date';

/** The case, as far as its files hang on it: when it last changed is when it ended, if it has. */
export interface CaseOfEvidence {
  readonly state: CaseState;
  readonly changedAt: Date;
}

/** The case has ended, and its files are as they are. */
export interface EvidenceClosed {
  readonly kind: 'evidence-closed';
}

/** Files are added while the case is open, and on the day on which it ended: what was signed at the counter is scanned when the queue is gone. */
export function mayAddEvidence({ state, changedAt }: CaseOfEvidence, now: Date): Outcome<true, EvidenceClosed> {
  const isToday = localDateAt(changedAt) === localDateAt(now);
  return isOpenCase(state) || isToday ? accept(true) : refuse({ kind: 'evidence-closed' });
}

/** Who works a case takes back a file while it is open. Later the file is evidence of an act that was done: a supervisor alone takes it back. */
export function mayWithdrawEvidence({ state }: CaseOfEvidence, isSupervisor: boolean): Outcome<true, EvidenceClosed> {
  return isOpenCase(state) || isSupervisor ? accept(true) : refuse({ kind: 'evidence-closed' });
}
