// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationState } from './revocation-states';

/** Why a request is rejected, or what a supervisor found out about one that stuck. */
export const REVOCATION_CAUSES = [
  'not-verified',
  'not-entitled',
  'withdrawn',
  'already-requested',
  'nothing-to-revoke',
  'sent-anew',
  'accepted-elsewhere',
  'seen-revoked',
  'certificate-unknown',
] as const;

export type RevocationCause = (typeof REVOCATION_CAUSES)[number];

export interface RevocationTransition {
  readonly from: RevocationState;
  readonly to: RevocationState;
  /** The move is open only for one of these causes, which is recorded with it. */
  readonly causes?: readonly RevocationCause[];
  /** What goes out bears a transaction number of its own, or that of before: so one certificate is never asked for twice (RFC 4210 §5.1.1). */
  readonly transaction?: 'new' | 'same';
}

/** Every move that a request may make; what is not a row is forbidden. */
export const REVOCATION_TRANSITIONS: readonly RevocationTransition[] = [
  { from: 'logged', to: 'verified' },
  { from: 'logged', to: 'rejected', causes: ['not-verified', 'not-entitled', 'withdrawn', 'already-requested', 'nothing-to-revoke'] },

  { from: 'verified', to: 'transmitted', transaction: 'new' },

  { from: 'transmitted', to: 'waiting' },
  { from: 'transmitted', to: 'accepted' },
  { from: 'transmitted', to: 'refused-by-authority' },
  { from: 'transmitted', to: 'silent' },

  { from: 'waiting', to: 'accepted' },
  { from: 'waiting', to: 'refused-by-authority' },
  { from: 'waiting', to: 'silent' },

  // An answer may come after nobody expected it any more.
  { from: 'silent', to: 'waiting' },
  { from: 'silent', to: 'accepted' },
  { from: 'silent', to: 'refused-by-authority' },
  { from: 'silent', to: 'transmitted', transaction: 'same' },
  { from: 'silent', to: 'awaiting-supervisor' },

  { from: 'refused-by-authority', to: 'transmitted', transaction: 'same' },
  { from: 'refused-by-authority', to: 'awaiting-supervisor' },

  { from: 'awaiting-supervisor', to: 'transmitted', causes: ['sent-anew'], transaction: 'new' },
  { from: 'awaiting-supervisor', to: 'accepted', causes: ['accepted-elsewhere'] },
  // It shows after all, or somebody saw it where the installation does not look.
  { from: 'awaiting-supervisor', to: 'confirmed', causes: ['seen-revoked'] },
  { from: 'awaiting-supervisor', to: 'rejected', causes: ['certificate-unknown', 'withdrawn'] },

  { from: 'accepted', to: 'confirmed' },
  // It was said to be, and does not show.
  { from: 'accepted', to: 'awaiting-supervisor' },
];
