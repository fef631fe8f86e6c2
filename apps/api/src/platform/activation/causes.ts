// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseCause, CaseState } from '@sportello/domain';

/** Why an operator's void takes a case back: the sheet never came out as it should, or the envelope is given up. */
export function causeOfVoiding(state: CaseState): CaseCause {
  return state === 'printing' ? 'sheet-spoiled' : 'envelope-voided';
}

/** A case that is abandoned after printing takes its envelope with it. */
export function causeOfAbandoning(state: CaseState): CaseCause | undefined {
  return state === 'printed' ? 'envelope-voided' : undefined;
}
