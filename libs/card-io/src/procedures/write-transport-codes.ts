// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';

/** A command that spends, or may spend, a try of the PUK: the change itself, or the question which PUK lives. */
export type PukAttempt = 'change' | 'probe';

export interface TransportCodesWriting {
  readonly transportPuk: SecretBytes;
  readonly newPin: SecretBytes;
  readonly newPuk: SecretBytes;
  /** Whether the journal holds a PUK attempt with these very codes. */
  readonly hasAttemptedPuk: boolean;
  /** Probes journalled since the last journalled change; default 0. */
  readonly unansweredProbes?: number;
  /** Journals the attempt durably; it is sent only after this resolved. */
  readonly onBeforePukAttempt: (attempt: PukAttempt) => Promise<void>;
}

export type WritingStep = 'pin' | 'puk' | 'puk-probe';

export type TransportCodesOutcome =
  /** PIN and PUK are the new ones. */
  | { readonly kind: 'written' }
  /** Torn: call again with the same codes when the same card is back. */
  | { readonly kind: 'interrupted'; readonly at: WritingStep; readonly fault: CardFault }
  /** The transport PUK is not this card's (or no longer): no code was changed. `triesLeft` undefined = the card did not say. */
  | { readonly kind: 'wrong-transport-puk'; readonly triesLeft: number | undefined }
  | { readonly kind: 'blocked'; readonly at: WritingStep }
  /** Two probes went unanswered: a person decides. */
  | { readonly kind: 'stopped-for-supervisor' }
  | { readonly kind: 'refused-by-card'; readonly at: WritingStep; readonly sw: number };

export declare function writeTransportCodes(session: CardSession, writing: TransportCodesWriting): Promise<TransportCodesOutcome>;
