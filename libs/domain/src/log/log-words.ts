// SPDX-License-Identifier: AGPL-3.0-or-later
/** How an act ended: it was done, a rule or a person said no, or it did not succeed. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;

export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** What an act may be about, when it is no case. */
export const AUDIT_SUBJECTS = ['operator', 'desk', 'body', 'station', 'sheets', 'card', 'evidence', 'matter', 'log', 'invitation', 'session', 'call', 'revocation', 'revocation-lot'] as const;

export type AuditSubjectKind = (typeof AUDIT_SUBJECTS)[number];

/** Why nothing is added to a log any more, until a person has looked at it. */
export const LOG_STOPS = [
  // A block is not what was hashed or signed.
  'block-altered',
  // The newest block does not follow the one before it.
  'chain-broken',
  // The chain ends before a head that was seen, or has another block in its place.
  'head-contradicted',
  // The key that has to seal the next block is not here.
  'key-missing',
] as const;

export type LogStop = (typeof LOG_STOPS)[number];
