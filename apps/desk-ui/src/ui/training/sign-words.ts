// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import { NO_TUTOR_REASONS } from '@sportello/domain';
import type { ActTrouble } from '../../data/case/case-store';

const TOLD_HERE = ['sign-in-failed', 'too-many-attempts', 'forbidden', 'second-person-needed', 'not-in-training', 'own-training', 'drills-missing'] as const satisfies readonly ProblemCode[];

/** The key of the words under the fields of somebody's signature: never which of name and password was wrong. */
export function signWords(trouble: ActTrouble): string {
  if (trouble.kind !== 'refused') return 'training.troubles.unreachable';
  const { code, details } = trouble.problem;
  const because = NO_TUTOR_REASONS.find((reason) => reason === details?.['because']);
  if (code === 'no-tutor' && because) return `training.noTutor.${because}`;
  return `training.troubles.${TOLD_HERE.find((each) => each === code) ?? 'unreachable'}`;
}
