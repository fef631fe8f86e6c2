// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';

export interface ActivationProof {
  readonly newPin: SecretBytes;
  /** SHA-256 of the proof statement, 32 bytes, hashed by the station itself. */
  readonly digest: Uint8Array;
}

export type ProofStep = 'verify' | 'mse-restore' | 'mse-set' | 'sign';

export type ActivationProofOutcome =
  | { readonly kind: 'proved'; readonly signature: Uint8Array }
  | { readonly kind: 'wrong-pin'; readonly triesLeft: number | undefined }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'interrupted'; readonly at: ProofStep; readonly fault: CardFault }
  | { readonly kind: 'refused-by-card'; readonly at: ProofStep; readonly sw: number };

export declare function proveActivation(session: CardSession, proof: ActivationProof): Promise<ActivationProofOutcome>;
