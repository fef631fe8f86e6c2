// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { Role } from '../people/permissions';
import { isAllowed } from '../people/permissions';
import { drillsMissing } from './drills';
import type { Drill } from './drills';

/** How somebody stands with their training; both null: they were never in it. */
export interface TrainingRecord {
  readonly trainingSince: Date | null;
  readonly enabledAt: Date | null;
}

/** *In formazione* until enabled. */
export function isInTraining({ trainingSince, enabledAt }: TrainingRecord): boolean {
  return trainingSince !== null && enabledAt === null;
}

/** Whether whoever is in training hands envelopes over alone: at a desk only beside a tutor. */
export const TRAINEE_DELIVERIES = ['with-tutor', 'freely'] as const;

export type TraineeDelivery = (typeof TRAINEE_DELIVERIES)[number];

/** So long a tutor stays beside a trainee by one signature. */
const TUTORSHIP_HOURS = 4;

/** A tutorship ends by itself, and with the trainee's session at the latest. */
export function tutorshipUntil(from: Date, sessionEnds: Date): Date {
  return new Date(Math.min(from.getTime() + TUTORSHIP_HOURS * 3_600_000, sessionEnds.getTime()));
}

/** Why somebody cannot stand beside a trainee. */
export const NO_TUTOR_REASONS = ['same-person', 'in-training', 'other-desk', 'no-operator'] as const;

export type NoTutorReason = (typeof NO_TUTOR_REASONS)[number];

export interface TutorToBe {
  readonly isTrainee: boolean;
  readonly isInTraining: boolean;
  readonly roles: readonly Role[];
  readonly isOfDesk: boolean;
}

export interface NoTutor {
  readonly kind: 'no-tutor';
  readonly because: NoTutorReason;
}

/** A tutor is an enabled operator of the same desk, and somebody else. */
export function mayTutor({ isTrainee, isInTraining: isLearning, roles, isOfDesk }: TutorToBe): Outcome<'may-tutor', NoTutor> {
  if (isTrainee) return refuse({ kind: 'no-tutor', because: 'same-person' });
  if (!isAllowed(roles, 'case.scan')) return refuse({ kind: 'no-tutor', because: 'no-operator' });
  if (!isOfDesk) return refuse({ kind: 'no-tutor', because: 'other-desk' });
  return isLearning ? refuse({ kind: 'no-tutor', because: 'in-training' }) : accept('may-tutor');
}

export interface Enabling {
  readonly isSelf: boolean;
  readonly isInTraining: boolean;
  readonly done: readonly Drill[];
  /** Another person who may record drills signed beside, and somebody wrote why. */
  readonly hasSecondPerson: boolean;
  readonly hasReason: boolean;
}

export type TrainingRefusal =
  | { readonly kind: 'tutor-needed' }
  /** The card, or the application, is the tutor's own. */
  | { readonly kind: 'tutors-own-card' }
  | NoTutor
  | { readonly kind: 'not-in-training' }
  | { readonly kind: 'own-training' }
  | { readonly kind: 'drills-missing'; readonly missing: readonly Drill[] };

/** Who has done all drills is enabled by one supervisor; with some missing, two people do it and one of them says why. Nobody enables themselves. */
export function mayEnable({ isSelf, isInTraining: isLearning, done, hasSecondPerson, hasReason }: Enabling): Outcome<readonly Drill[], TrainingRefusal> {
  if (isSelf) return refuse({ kind: 'own-training' });
  if (!isLearning) return refuse({ kind: 'not-in-training' });
  const missing = drillsMissing(done);
  return missing.length === 0 || (hasSecondPerson && hasReason) ? accept(missing) : refuse({ kind: 'drills-missing', missing });
}
