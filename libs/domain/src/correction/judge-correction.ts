// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseState } from '../case/case-states';
import { isFinalCase } from '../case/case-states';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { CorrectionField, CorrectionInvalid } from './corrected-value';
import { correctedValue } from './corrected-value';

/** So long after a case has ended the desk itself may still say that something was taken down wrongly; then a supervisor does. */
export const OWN_CORRECTION_HOURS = 24;

export type CorrectionRefusal =
  | CorrectionInvalid
  /** Nobody was identified in this case: nothing was taken down that could be wrong. */
  | { readonly kind: 'nothing-to-correct' }
  | { readonly kind: 'correction-too-late'; readonly hours: number }
  /** It is so already. */
  | { readonly kind: 'correction-same'; readonly field: CorrectionField };

/** The case as far as a correction depends on it. */
export interface CaseToCorrect {
  readonly state: CaseState;
  /** Of its last step: a case that has ended takes no other. */
  readonly changedAt: Date;
  readonly hasDocument: boolean;
}

/** Whether this person may correct anything of the case now. */
export function mayCorrect({ state, changedAt, hasDocument }: CaseToCorrect, isSupervisor: boolean, now: Date): Outcome<'may', CorrectionRefusal> {
  if (!hasDocument) return refuse({ kind: 'nothing-to-correct' });
  const hours = (now.getTime() - changedAt.getTime()) / 3_600_000;
  if (!isSupervisor && isFinalCase(state) && hours > OWN_CORRECTION_HOURS) return refuse({ kind: 'correction-too-late', hours: OWN_CORRECTION_HOURS });
  return accept('may');
}

/** The value to be recorded beside the present one: what was taken down, or the last correction of it. */
export function judgeCorrection(field: CorrectionField, text: string | null, present: string | null): Outcome<string | null, CorrectionRefusal> {
  const value = correctedValue(field, text);
  if (!value.ok) return value;
  return value.value === present ? refuse({ kind: 'correction-same', field }) : value;
}
