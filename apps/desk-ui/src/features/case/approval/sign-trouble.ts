// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ProblemCode } from '@sportello/contracts';
import type { ActTrouble } from '../../../data/case/case-store';

const TOLD_HERE = ['sign-in-failed', 'too-many-attempts', 'forbidden', 'own-approval', 'own-card', 'approval-ended', 'case-changed'] as const satisfies readonly ProblemCode[];

/** The key of the words under the fields of a signature: never which of name and password was wrong. */
export function signTrouble(trouble: ActTrouble): string {
  const code = trouble.kind === 'refused' ? TOLD_HERE.find((each) => each === trouble.problem.code) : undefined;
  return `approval.sign.troubles.${code ?? 'unreachable'}`;
}
