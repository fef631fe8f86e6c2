// SPDX-License-Identifier: AGPL-3.0-or-later
import { mseRestore } from '../commands/mse-restore';
import { mseSetSignatureKey } from '../commands/mse-set';
import { psoSignSha256 } from '../commands/pso-sign';
import { verify } from '../commands/verify';
import { cnsClassicProfile } from '../profiles/cns-classic';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CardProfile } from '../profiles/card-profile';
import type { RefusedByCard } from '../session/card-command';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';

export interface ActivationProof {
  readonly newPin: SecretBytes;
  /** SHA-256 of the proof statement, 32 bytes, hashed by the station itself. */
  readonly digest: Uint8Array;
  /** Default: the classic CNS. */
  readonly profile?: CardProfile;
}

export type ProofStep = 'verify' | 'mse-restore' | 'mse-set' | 'sign';

export type ActivationProofOutcome =
  | { readonly kind: 'proved'; readonly signature: Uint8Array }
  | { readonly kind: 'wrong-pin'; readonly triesLeft: number | undefined }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'interrupted'; readonly at: ProofStep; readonly fault: CardFault }
  | { readonly kind: 'refused-by-card'; readonly at: ProofStep; readonly sw: number };

/** Verifies the new PIN and lets the chip sign the digest: the evidence that this chip took these codes. 4 APDUs. */
export async function proveActivation(session: CardSession, { newPin, digest, profile = cnsClassicProfile }: ActivationProof): Promise<ActivationProofOutcome> {
  const verified = await session.run(verify(profile.pinReference, newPin));
  if (verified.kind === 'wrong-code') return { kind: 'wrong-pin', triesLeft: verified.triesLeft };
  if (verified.kind === 'blocked') return verified;
  if (verified.kind !== 'verified') return failedAt('verify', verified);
  const restored = await session.run(mseRestore(profile.keys[0].securityEnvironment));
  if (restored.kind !== 'restored') return failedAt('mse-restore', restored);
  const set = await session.run(mseSetSignatureKey(profile.keys[0].keyReference));
  if (set.kind !== 'set') return failedAt('mse-set', set);
  const signed = await session.run(psoSignSha256(digest));
  return signed.kind === 'signed' ? { kind: 'proved', signature: signed.signature } : failedAt('sign', signed);
}

function failedAt(at: ProofStep, refusal: RefusedByCard | CardFault): ActivationProofOutcome {
  return refusal.kind === 'refused' ? { kind: 'refused-by-card', at, sw: refusal.sw } : { kind: 'interrupted', at, fault: refusal };
}
