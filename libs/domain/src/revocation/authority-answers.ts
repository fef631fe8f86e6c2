// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationState } from './revocation-states';

/** What came back from the authority, whatever it speaks. */
export const AUTHORITY_ANSWERS = ['accepted', 'already-revoked', 'waiting', 'rejected', 'nothing', 'not-understood', 'not-trusted'] as const;

export type AuthorityAnswer = (typeof AUTHORITY_ANSWERS)[number];

/** Where each answer leads. Who asks for what has happened already was heard; what cannot be understood, or is signed by somebody else, says nothing. */
export const STATE_AFTER_ANSWER: Readonly<Record<AuthorityAnswer, RevocationState>> = {
  accepted: 'accepted',
  'already-revoked': 'accepted',
  waiting: 'waiting',
  rejected: 'refused-by-authority',
  nothing: 'silent',
  'not-understood': 'silent',
  'not-trusted': 'silent',
};
