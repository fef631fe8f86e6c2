// SPDX-License-Identifier: AGPL-3.0-or-later
import { createCipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { statusWord } from '../apdu/status-word';
import { answer, done } from './card-answer';
import type { CardAnswer } from './card-answer';
import type { CodeStore } from './code-store';
import type { ReceivedCommand } from './received-command';

/** The issuer's key in a card, under its reference. */
const keyReference = 0x12;
const challengeLength = 8;

/** GET CHALLENGE and EXTERNAL AUTHENTICATE. A card without an issuer's key knows the first only. */
export class IssuerAuthentication {
  readonly #key: Uint8Array | undefined;
  readonly #codes: CodeStore;
  #challenge: Uint8Array | undefined;
  #isAuthenticated = false;

  /** @param key 16 bytes, or none. */
  constructor(key: Uint8Array | undefined, codes: CodeStore) {
    this.#key = key;
    this.#codes = codes;
  }

  get isAuthenticated(): boolean {
    return this.#isAuthenticated;
  }

  /** What was proved is forgotten; a challenge stays good. */
  forget(): void {
    this.#isAuthenticated = false;
  }

  reset(): void {
    this.#challenge = undefined;
    this.#isAuthenticated = false;
  }

  getChallenge({ p1, p2, ne }: ReceivedCommand): CardAnswer {
    if (p1 !== 0x00 || p2 !== 0x00) return answer(statusWord.wrongP1P2);
    if (ne === undefined) return answer(statusWord.wrongLength);
    const challenge = Uint8Array.from(randomBytes(ne === 'all' ? challengeLength : ne));
    this.#challenge = challenge.length === challengeLength ? challenge : undefined;
    return done(challenge);
  }

  /** A challenge is good for one try, right or wrong; wrong ones are counted, durably, and never forgotten. */
  async externalAuthenticate({ p1, p2, data }: ReceivedCommand, isKeyInReach: boolean): Promise<CardAnswer> {
    const challenge = this.#challenge;
    this.#challenge = undefined;
    if (p1 !== 0x00) return answer(statusWord.wrongP1P2);
    if (p2 !== keyReference || !this.#key || !isKeyInReach) return answer(statusWord.referencedDataNotFound);
    if (data.length !== challengeLength) return answer(statusWord.wrongLength);
    if (!challenge) return answer(statusWord.conditionsNotSatisfied);
    if (this.#codes.state.issuerTriesLeft === 0) return answer(statusWord.blocked);
    const isRight = timingSafeEqual(data, encrypt(this.#key, challenge));
    this.#isAuthenticated = isRight;
    return answer(isRight ? statusWord.ok : await this.#codes.refuseIssuer());
  }
}

/** Written out here, and not shared with the product: a simulator that computes with the code that it judges would judge nothing. */
function encrypt(key: Uint8Array, block: Uint8Array): Uint8Array {
  const cipher = createCipheriv('des-ede3-ecb', Buffer.concat([key, key.subarray(0, 8)]), null).setAutoPadding(false);
  return Uint8Array.from(Buffer.concat([cipher.update(block), cipher.final()]));
}
