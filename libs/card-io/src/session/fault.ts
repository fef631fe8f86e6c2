// SPDX-License-Identifier: AGPL-3.0-or-later

/** Why nobody knows whether the last command was executed. One path for all: read the card again. The words are for the log and the operator. */
export type Interruption =
  | 'removed'
  | 'reset'
  | 'not-transacted'
  | 'communication-error'
  | 'answer-too-short'
  | 'reader-unplugged'
  | 'service-stopped'
  | 'unexpected';

/** What can go wrong between us and the card. Always returned, never thrown. */
export type CardFault =
  /** The command was sent, or may have been; whether the card executed it is not known. The session is over. */
  | { readonly kind: 'outcome-unknown'; readonly because: Interruption }
  /** No answer within the deadline: the outcome is unknown as well, and a native call may hang for ever: the process has to be killed. The session is over. */
  | { readonly kind: 'mute' }
  /** The command was not sent: an earlier fault, or close(), ended the session. */
  | { readonly kind: 'session-over' }
  /** There is no card (or no longer one) to connect to; nothing was sent. */
  | { readonly kind: 'removed' }
  /** Another program holds the card; nothing was sent. */
  | { readonly kind: 'sharing-violation' }
  /** PC/SC is not running; nothing was sent. */
  | { readonly kind: 'no-service' }
  /** The reader is not there; nothing was sent. */
  | { readonly kind: 'no-reader' };

const faultKinds: ReadonlySet<string> = new Set<CardFault['kind']>([
  'outcome-unknown',
  'mute',
  'session-over',
  'removed',
  'sharing-violation',
  'no-service',
  'no-reader',
]);

/** Tells a fault from any other outcome: no outcome of a command or a procedure has a kind of the same name. */
export function isCardFault(outcome: { readonly kind: string }): outcome is CardFault {
  return faultKinds.has(outcome.kind);
}
