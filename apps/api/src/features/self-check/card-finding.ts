// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateStatusView } from '@sportello/contracts';

/** What was found of the certificate that a browser offered. Its key was proven by the handshake: whoever comes so far had the card and its PIN. */
export type CardFinding =
  | { readonly kind: 'none' }
  /** Of no authority whose cards are known here. */
  | { readonly kind: 'untrusted' }
  /** Of such an authority, and not made for signing in. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'not-yet-valid'; readonly from: Date }
  | { readonly kind: 'expired'; readonly until: Date }
  | { readonly kind: 'in-force'; readonly until: Date; readonly cardEnding: string | null; readonly standing: CertificateStatusView };

export const SELF_CHECK_OUTCOMES = ['none', 'untrusted', 'unusable', 'not-yet-valid', 'expired', 'works', 'works-not-checked', 'unknown', 'suspended', 'revoked'] as const;

/** As which it is told to the citizen, and counted. */
export type SelfCheckOutcome = (typeof SELF_CHECK_OUTCOMES)[number];

const OF_STANDINGS: Readonly<Record<CertificateStatusView['status'], SelfCheckOutcome>> = {
  good: 'works',
  revoked: 'revoked',
  suspended: 'suspended',
  unknown: 'unknown',
  'not-checked': 'works-not-checked',
};

export function outcomeOf(finding: CardFinding): SelfCheckOutcome {
  return finding.kind === 'in-force' ? OF_STANDINGS[finding.standing.status] : finding.kind;
}
