// SPDX-License-Identifier: AGPL-3.0-or-later
import { externalAuthenticate } from '../commands/external-authenticate';
import { getChallenge } from '../commands/get-challenge';
import { resetRetryCounter } from '../commands/reset-retry-counter';
import { selectMasterFile } from '../commands/select';
import { setReferenceData } from '../commands/set-reference-data';
import { cnsClassicProfile } from '../profiles/cns-classic';
import { isCardFault } from '../session/fault';
import { isUnknownHere, runOnCode } from './run-on-code';
import type { SecretBytes } from '../bytes/secret-bytes';
import type { CardProfile } from '../profiles/card-profile';
import type { RefusedByCard } from '../session/card-command';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';
import type { WritingStep } from './writing-step';

/** What became of the question for a cryptogram. */
export type CryptogramGrant<Refusal> = { readonly kind: 'granted'; readonly cryptogram: Uint8Array } | { readonly kind: 'not-granted'; readonly because: Refusal };

export interface IssuerAuthWriting<Refusal> {
  readonly newPin: SecretBytes;
  readonly newPuk: SecretBytes;
  /** Asks whoever holds the issuer's key, while the card waits. */
  readonly cryptogramFor: (challenge: Uint8Array) => Promise<CryptogramGrant<Refusal>>;
  /** Default: the classic CNS. */
  readonly profile?: CardProfile;
}

export type IssuerAuthOutcome<Refusal> =
  /** PIN and PUK are the new ones. */
  | { readonly kind: 'written' }
  /** Torn: call again with the same codes when the same card is back; it costs no try. */
  | { readonly kind: 'interrupted'; readonly at: WritingStep; readonly fault: CardFault }
  /** Nothing was changed on the card. */
  | { readonly kind: 'not-granted'; readonly because: Refusal }
  /** The card does not know this issuer key. It may count such refusals and never forget one: this card is not tried again by itself. */
  | { readonly kind: 'issuer-refused'; readonly sw: number }
  | { readonly kind: 'blocked'; readonly at: WritingStep }
  | { readonly kind: 'refused-by-card'; readonly at: WritingStep; readonly sw: number };

/**
 * Sets new codes under the issuer's authentication: the PUK first, then the PIN by that PUK, which proves the PUK. Repeatable with the same values after any tear, at
 * the cost of no try. 4 APDUs. The codes stay the caller's, who wipes them.
 */
export async function writeIssuerAuth<Refusal>(session: CardSession, writing: IssuerAuthWriting<Refusal>): Promise<IssuerAuthOutcome<Refusal>> {
  const { newPin, newPuk, profile = cnsClassicProfile } = writing;
  const authentication = await authenticate(session, writing, profile.issuerKeyReference);
  if (authentication.kind !== 'authenticated') return authentication;
  const puk = await runOnCode(session, () => setReferenceData(profile.pukReference, newPuk));
  if (puk.kind !== 'set') return failedAt('puk', puk);
  const pin = await runOnCode(session, () => resetRetryCounter(profile.pinReference, newPuk, newPin));
  return pin.kind === 'reset' ? { kind: 'written' } : failedAt('pin', pin);
}

type Authentication<Refusal> = { readonly kind: 'authenticated' } | Exclude<IssuerAuthOutcome<Refusal>, { kind: 'written' }>;

/**
 * A key that the card does not know from where it stands may be known from the MF: nothing was compared, and it is asked there once, over a new challenge. No other
 * refusal is ever repeated.
 */
async function authenticate<Refusal>(
  session: CardSession,
  { cryptogramFor }: Pick<IssuerAuthWriting<Refusal>, 'cryptogramFor'>,
  keyReference: number,
  isAtMasterFile = false,
): Promise<Authentication<Refusal>> {
  const challenge = await session.run(getChallenge());
  if (challenge.kind !== 'challenge') return failedAt('challenge', challenge);
  const grant = await cryptogramFor(challenge.bytes);
  if (grant.kind === 'not-granted') return grant;
  const authenticated = await session.run(externalAuthenticate(keyReference, grant.cryptogram));
  if (authenticated.kind === 'authenticated') return authenticated;
  if (authenticated.kind !== 'refused') return failedAt('authenticate', authenticated);
  if (isUnknownHere(authenticated) && !isAtMasterFile) {
    const selected = await session.run(selectMasterFile());
    if (isCardFault(selected)) return failedAt('authenticate', selected);
    if (selected.kind === 'selected') return authenticate(session, { cryptogramFor }, keyReference, true);
  }
  return { kind: 'issuer-refused', sw: authenticated.sw };
}

/** `wrong-code` here means that the card does not keep the PUK that it has just taken: a chip that is not to be believed. */
type Failure = RefusedByCard | { readonly kind: 'blocked' } | { readonly kind: 'wrong-code'; readonly triesLeft: number | undefined } | CardFault;

function failedAt(at: WritingStep, failure: Failure): Exclude<IssuerAuthOutcome<never>, { kind: 'written' | 'not-granted' }> {
  switch (failure.kind) {
    case 'refused':
      return { kind: 'refused-by-card', at, sw: failure.sw };
    case 'wrong-code':
      return { kind: 'refused-by-card', at, sw: failure.triesLeft === undefined ? 0x6300 : 0x63c0 + failure.triesLeft };
    case 'blocked':
      return { kind: 'blocked', at };
    default:
      return { kind: 'interrupted', at, fault: failure };
  }
}
