// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActTrouble } from '../../data/case/case-store';

/** Refusals that a citizen can do something about, each with words of its own. */
const TOLD = ['cip-alone', 'cip-claim-malformed', 'revocation-not-askable', 'revocation-proof-missing', 'effects-not-confirmed', 'revocation-already-asked', 'certificate-not-known', 'unverified-too-early', 'unverified-too-many', 'forbidden-transition', 'overloaded'] as const;

/** Keys of words for what did not go through. */
export function askingTroubleOf(trouble: ActTrouble): string {
  const told = trouble.kind === 'unreachable' ? trouble.kind : TOLD.find((code) => code === trouble.problem.code);
  return `publicRevocation.troubles.${told ?? 'other'}`;
}

/** The number of a request that is there already. */
export function openRequestIn(trouble: ActTrouble): string | null {
  if (trouble.kind === 'unreachable' || trouble.problem.code !== 'revocation-already-asked') return null;
  const number = trouble.problem.details?.['number'];
  return typeof number === 'string' ? number : null;
}
