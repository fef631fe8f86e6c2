// SPDX-License-Identifier: AGPL-3.0-or-later
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { RevocationApproval } from './revocation-askers';

/** Whether who asks was recognised, or the request was recorded without. */
export const REVOCATION_STANDINGS = ['identified', 'unverified'] as const;

export type RevocationStanding = (typeof REVOCATION_STANDINGS)[number];

export type VerificationRefusal = { readonly kind: 'revocation-needs-supervisor' } | { readonly kind: 'own-revocation-request' };

/** What is recorded and what has still to be decided on it. Two supervisors decide on a lot, each card of which is then a request of its own. */
export function isDecisionNeeded(standing: RevocationStanding, approval: RevocationApproval): boolean {
  return standing === 'unverified' || approval === 'supervisor';
}

/** A supervisor decides on what they did not record themselves; what needs no decision is verified as it is recorded. */
export function judgeVerification(
  { standing, approval, recordedBy }: { readonly standing: RevocationStanding; readonly approval: RevocationApproval; readonly recordedBy: string | null },
  decidedBy: { readonly id: string; readonly isSupervisor: boolean } | null,
): Outcome<'verified', VerificationRefusal> {
  if (!isDecisionNeeded(standing, approval)) return accept('verified');
  if (!decidedBy?.isSupervisor) return refuse({ kind: 'revocation-needs-supervisor' });
  return decidedBy.id === recordedBy ? refuse({ kind: 'own-revocation-request' }) : accept('verified');
}
