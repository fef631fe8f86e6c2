// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { CaseState } from '@sportello/domain';

export const STEPS = ['card', 'identity', 'envelope', 'writing', 'delivery'] as const;
export type Step = (typeof STEPS)[number];

/** Which part of the page a case in a state needs: one of its steps, or the word that it has ended. */
export type CasePart = 'identity' | 'approval' | 'envelope' | 'writing' | 'delivery' | 'ending';

export function partOf(state: CaseState): CasePart {
  switch (state) {
    case 'recognised':
      return 'identity';
    case 'identified':
    case 'awaiting-approval':
      return 'approval';
    case 'authorised':
    case 'printing':
      return 'envelope';
    case 'printed':
    case 'writing':
    case 'interrupted':
      return 'writing';
    case 'written':
    case 'undelivered':
      return 'delivery';
    case 'delivered':
    case 'refused':
    case 'abandoned':
    case 'faulty':
    case 'lost':
      return 'ending';
    default:
      return assertNever(state);
  }
}

export interface StepMark {
  readonly step: Step;
  readonly is: 'done' | 'current' | 'ahead';
}

/** The five steps as the case stands; a delivered case has them all behind it, one that ended otherwise stops where it was. */
export function stepsOf(state: CaseState | null): readonly StepMark[] {
  const reached = state === null ? 0 : reachedBy(state);
  return STEPS.map((step, index) => ({ step, is: index < reached ? 'done' : index === reached ? 'current' : 'ahead' }));
}

function reachedBy(state: CaseState): number {
  if (state === 'delivered') return STEPS.length;
  if (state === 'faulty' || state === 'lost') return STEPS.indexOf('writing');
  const part = partOf(state);
  if (part === 'ending') return STEPS.indexOf('identity');
  // Identified, and before the envelope.
  return part === 'approval' ? STEPS.indexOf('envelope') : STEPS.indexOf(part);
}
