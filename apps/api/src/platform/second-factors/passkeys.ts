// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PasskeyAssertion, PasskeyCreationOptions, PasskeyRegistration, PasskeyRequestOptions } from '@sportello/contracts';
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { Settings } from '../../config/settings';
import type { Transaction } from '../database/transaction';
import { type ChallengeOwner, type KnownPasskey, PasskeyRepository } from './passkey.repository';

const CHALLENGE_BYTES = 32;
const CHALLENGE_SECONDS = 5 * 60;
const PRODUCT = 'Sportello TS-CNS';

/** A new passkey as its authenticator described it. */
export interface MadePasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
  readonly isSynced: boolean;
}

/** Passkeys (WebAuthn Level 3) of this origin. The person is always verified by the authenticator, by finger, face or PIN: so a passkey is two factors by itself. */
@Injectable()
export class Passkeys {
  constructor(private readonly settings: Settings) {}

  /** What the browser asks the authenticator. Without passkeys named, it offers those that it has of us. */
  async requestOptions(transaction: Transaction, owner: ChallengeOwner, passkeys: readonly KnownPasskey[]): Promise<PasskeyRequestOptions> {
    const options = await generateAuthenticationOptions({
      rpID: this.rpId,
      challenge: Uint8Array.from(transaction.newBytes(CHALLENGE_BYTES)),
      userVerification: 'required',
      timeout: CHALLENGE_SECONDS * 1000,
      allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
    });
    await this.keep(transaction, owner, options.challenge);
    return options as PasskeyRequestOptions;
  }

  /** Whose passkey signed the challenge of this owner; nothing when none did. A count of signatures that did not rise is a copy's, and refused. */
  async signer(transaction: Transaction, owner: ChallengeOwner, assertion: PasskeyAssertion): Promise<KnownPasskey | undefined> {
    const passkeys = transaction.repository(PasskeyRepository);
    const expectedChallenge = await passkeys.takeChallenge(owner, transaction.now);
    const passkey = await passkeys.byCredential(assertion.id);
    if (expectedChallenge === undefined || !passkey) return undefined;
    const { credentialId, publicKey, signCount } = passkey;
    const verified = await verifyAuthenticationResponse({
      response: { ...assertion, response: withoutUndefined(assertion.response), clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: this.settings.publicOrigin,
      expectedRPID: this.rpId,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: Uint8Array.from(publicKey), counter: signCount },
    }).catch(refused);
    if (!verified?.verified) return undefined;
    await passkeys.used(passkey.id, verified.authenticationInfo.newCounter, transaction.now);
    return passkey;
  }

  async creationOptions(transaction: Transaction, sessionId: string, owner: { readonly id: string; readonly username: string; readonly displayName: string }): Promise<PasskeyCreationOptions> {
    const known = await transaction.repository(PasskeyRepository).ofOperator(owner.id);
    const options = await generateRegistrationOptions({
      rpName: PRODUCT,
      rpID: this.rpId,
      // WebAuthn §14.6.1: the handle tells nothing of the person.
      userID: Uint8Array.from(Buffer.from(owner.id.replaceAll('-', ''), 'hex')),
      userName: owner.username,
      userDisplayName: owner.displayName,
      challenge: Uint8Array.from(transaction.newBytes(CHALLENGE_BYTES)),
      timeout: CHALLENGE_SECONDS * 1000,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.keep(transaction, { purpose: 'enrolment', sessionId }, options.challenge);
    return options as unknown as PasskeyCreationOptions;
  }

  /** The new passkey, when it was made for this session's challenge, here, by somebody whom the authenticator verified. */
  async made(transaction: Transaction, sessionId: string, registration: PasskeyRegistration): Promise<MadePasskey | undefined> {
    const expectedChallenge = await transaction.repository(PasskeyRepository).takeChallenge({ purpose: 'enrolment', sessionId }, transaction.now);
    if (expectedChallenge === undefined) return undefined;
    const verified = await verifyRegistrationResponse({
      response: { ...registration, response: withoutUndefined(registration.response), clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: this.settings.publicOrigin,
      expectedRPID: this.rpId,
      requireUserVerification: true,
    }).catch(refused);
    if (!verified?.verified) return undefined;
    const { credential, credentialBackedUp } = verified.registrationInfo;
    return { credentialId: credential.id, publicKey: Buffer.from(credential.publicKey), signCount: credential.counter, transports: credential.transports ?? [], isSynced: credentialBackedUp };
  }

  private get rpId(): string {
    return new URL(this.settings.publicOrigin).hostname;
  }

  private async keep(transaction: Transaction, owner: ChallengeOwner, challenge: string): Promise<void> {
    const expiresAt = new Date(transaction.now.getTime() + CHALLENGE_SECONDS * 1000);
    await transaction.repository(PasskeyRepository).challenge({ id: transaction.newId(), challenge, expiresAt }, owner);
  }
}

/** The library throws whatever is wrong with what a browser sent, and in words that are not for matching: to us it is one answer. */
function refused(): undefined {
  return undefined;
}

type Defined<Value> = { readonly [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** The library's types know a field or none, and no field that is undefined. */
function withoutUndefined<const Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<Value>;
}
