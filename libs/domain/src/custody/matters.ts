// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';

export const MATTER_KINDS = ['number-skipped', 'number-repeated', 'number-unknown', 'count-differs', 'day-not-closed', 'transfer-short', 'destruction', 'spoiled-limit'] as const;

/** Something about the sheets that people have to explain with their names. */
export type MatterKind = (typeof MATTER_KINDS)[number];

export const MATTER_OUTCOMES = ['found', 'spoiled', 'destroyed', 'explained', 'kept', 'lifted'] as const;

/** What came of it. `spoiled` and `destroyed` take the matter's sheets out of use; the others move none. */
export type MatterOutcome = (typeof MATTER_OUTCOMES)[number];

export const MATTER_STATES = ['open', 'signed-once', 'closed'] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export interface MatterRule {
  readonly outcomes: readonly MatterOutcome[];
  /** What does not print meanwhile. */
  readonly stops: 'station' | 'desk' | 'nothing';
  readonly signatures: 'two-people' | 'one-supervisor';
}

export const MATTER_RULES: Readonly<Record<MatterKind, MatterRule>> = {
  'number-skipped': { outcomes: ['spoiled', 'found'], stops: 'station', signatures: 'two-people' },
  'number-repeated': { outcomes: ['explained'], stops: 'station', signatures: 'two-people' },
  'number-unknown': { outcomes: ['explained'], stops: 'station', signatures: 'two-people' },
  'count-differs': { outcomes: ['found', 'destroyed'], stops: 'nothing', signatures: 'two-people' },
  'day-not-closed': { outcomes: ['explained'], stops: 'nothing', signatures: 'two-people' },
  'transfer-short': { outcomes: ['found', 'destroyed'], stops: 'nothing', signatures: 'two-people' },
  destruction: { outcomes: ['destroyed', 'kept'], stops: 'nothing', signatures: 'two-people' },
  'spoiled-limit': { outcomes: ['lifted'], stops: 'desk', signatures: 'one-supervisor' },
};

/** A matter as far as it came. */
export interface MatterSoFar {
  readonly kind: MatterKind;
  readonly state: MatterState;
  readonly outcome: MatterOutcome | null;
  readonly signedBy: string | null;
  readonly isSignedBySupervisor: boolean;
  /** The stop is lifted, or the sheets were moved: the outcome stands. */
  readonly hasTakenEffect: boolean;
}

export interface Signature {
  readonly by: string;
  readonly isSupervisor: boolean;
  readonly outcome: MatterOutcome;
}

export interface SignedMatter {
  readonly state: 'signed-once' | 'closed';
  readonly outcome: MatterOutcome;
  /** With this signature the stop ends and the sheets move. */
  readonly takesEffect: boolean;
}

export type MatterRefusal =
  | { readonly kind: 'matter-settled' }
  | { readonly kind: 'matter-outcome'; readonly outcomes: readonly MatterOutcome[] }
  /** The same person again, or nobody but a supervisor can sign now. */
  | { readonly kind: 'second-person-needed'; readonly who: 'colleague' | 'supervisor' };

/**
 * One signature. The second is another person's; at a one-person desk one of the two is a supervisor, whoever comes first. Whoever sees it otherwise proposes another outcome, which then waits for a
 * second person in its turn. A stop ends with the last signature, at a one-person desk with the first: the second comes within the day.
 */
export function signMatter(matter: MatterSoFar, signature: Signature, isOnePerson: boolean): Outcome<SignedMatter, MatterRefusal> {
  const { outcomes, stops, signatures } = MATTER_RULES[matter.kind];
  const { outcome } = signature;
  if (matter.state === 'closed') return refuse({ kind: 'matter-settled' });
  if (!outcomes.includes(outcome)) return refuse({ kind: 'matter-outcome', outcomes });
  if (signatures === 'one-supervisor') {
    return signature.isSupervisor ? accept({ state: 'closed', outcome, takesEffect: true }) : refuse({ kind: 'second-person-needed', who: 'supervisor' });
  }
  if (matter.state === 'signed-once') {
    if (matter.hasTakenEffect && matter.outcome !== outcome) return refuse({ kind: 'matter-outcome', outcomes: matter.outcome === null ? [] : [matter.outcome] });
    const needsSupervisor = isOnePerson && !matter.isSignedBySupervisor;
    if (matter.signedBy === signature.by) return refuse({ kind: 'second-person-needed', who: needsSupervisor ? 'supervisor' : 'colleague' });
    if (matter.outcome === outcome) {
      if (needsSupervisor && !signature.isSupervisor) return refuse({ kind: 'second-person-needed', who: 'supervisor' });
      return accept({ state: 'closed', outcome, takesEffect: !matter.hasTakenEffect });
    }
  }
  return accept({ state: 'signed-once', outcome, takesEffect: isOnePerson && stops !== 'nothing' });
}
