// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { mseRestore } from '../commands/mse-restore';
import { mseSetKey } from '../commands/mse-set';
import { psoDecipherSha256 } from '../commands/pso-decipher';
import { psoSignSha256 } from '../commands/pso-sign';
import { verify } from '../commands/verify';
import { cnsClassicProfile } from '../profiles/cns-classic';
import { runOnCode } from './run-on-code';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { KeyUse } from '../commands/mse-set';
import type { CardProfile, KeyPlace } from '../profiles/card-profile';
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
  const verified = await runOnCode(session, () => verify(profile.pinReference, newPin));
  if (verified.kind === 'wrong-code') return { kind: 'wrong-pin', triesLeft: verified.triesLeft };
  if (verified.kind === 'blocked') return verified;
  if (verified.kind !== 'verified') return failedAt('verify', verified);
  return signWithAny(session, profile.keys, digest);
}

/** A key that the card does not know where it was looked for is looked for in the next place. No PIN is at stake here: nothing that is refused costs a try. */
async function signWithAny(session: CardSession, [key, ...others]: CardProfile['keys'], digest: Uint8Array): Promise<ActivationProofOutcome> {
  const outcome = await sign(session, key, digest);
  const [next, ...rest] = others;
  // Some chips take any name of a key, and say only when they are to use it that they know none.
  const isElsewhere = outcome.kind === 'refused-by-card' && (outcome.at === 'mse-restore' || outcome.at === 'mse-set' || outcome.sw === statusWord.referencedDataNotFound);
  return next && isElsewhere ? signWithAny(session, [next, ...rest], digest) : outcome;
}

async function sign(session: CardSession, { securityEnvironment, keyReference }: KeyPlace, digest: Uint8Array): Promise<ActivationProofOutcome> {
  const restored = await session.run(mseRestore(securityEnvironment));
  if (restored.kind !== 'restored') return failedAt('mse-restore', restored);
  const signed = await use(session, 'sign', keyReference, digest);
  if (signed.kind !== 'refused-by-card' || signed.sw === statusWord.referencedDataNotFound) return signed;
  const deciphered = await use(session, 'decipher', keyReference, digest);
  return deciphered.kind === 'refused-by-card' ? signed : deciphered;
}

async function use(session: CardSession, keyUse: KeyUse, keyReference: number, digest: Uint8Array): Promise<ActivationProofOutcome> {
  const set = await session.run(mseSetKey(keyUse, keyReference));
  if (set.kind !== 'set') return failedAt('mse-set', set);
  const signed = await session.run(keyUse === 'sign' ? psoSignSha256(digest) : psoDecipherSha256(digest));
  return signed.kind === 'signed' ? { kind: 'proved', signature: signed.signature } : failedAt('sign', signed);
}

function failedAt(at: ProofStep, refusal: RefusedByCard | CardFault): ActivationProofOutcome {
  return refusal.kind === 'refused' ? { kind: 'refused-by-card', at, sw: refusal.sw } : { kind: 'interrupted', at, fault: refusal };
}
