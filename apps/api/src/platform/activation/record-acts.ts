// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RecordAct } from '@sportello/contracts';
import { isFinalCase, mayCorrect } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';
import { isSupervisor } from '../custody/supervisor';
import type { CaseRow } from '../database/rows/case-row';

/** What the caller may do with the record of a case and with its keeper. Corrections reach as far as the look does; a case is handed over at its own desk. */
export function recordActs(caller: SignedInOperator, { deskId, state, changedAt }: Pick<CaseRow, 'deskId' | 'state' | 'changedAt'>, hasDocument: boolean, now: Date): RecordAct[] {
  const acts: RecordAct[] = [];
  const { permissions, desk } = caller;
  if (permissions.includes('case.correct') && mayCorrect({ state, changedAt, hasDocument }, isSupervisor(caller), now).ok) acts.push('correct');
  if (permissions.includes('case.hand-over') && desk.id === deskId && !isFinalCase(state)) acts.push('hand-over');
  return acts;
}
