// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { toHex } from '../bytes/hex';
import { answer, done } from './card-answer';
import { SigningKey } from './signing-key';
import type { CardAnswer } from './card-answer';
import type { CardQuirks } from './card-quirks';
import type { ReceivedCommand } from './received-command';

const mse = { restore: 0xf3, set: 0xf1 } as const;
const templates: ReadonlyMap<number, Operation> = new Map([
  [0xb6, 'sign'],
  [0xb8, 'decipher'],
]);
const psoSign = 0x9e9a;
const psoDecipher = 0x8086;
const noPaddingIndicator = 0x00;

type Operation = 'sign' | 'decipher';

/** By what the one private key is chosen. */
export interface KeyNames {
  readonly securityEnvironment: number;
  readonly key: number;
}

/** MANAGE SECURITY ENVIRONMENT and PERFORM SECURITY OPERATION (ISO 7816-8), as a CNS of version 1.1 has them. */
export class SecurityEnvironment {
  readonly #key: SigningKey;
  readonly #names: KeyNames;
  readonly #mayKeySign: boolean;
  #isRestored = false;
  #operation: Operation | undefined;

  constructor(privateKeyDer: Uint8Array, names: KeyNames, { refuses }: CardQuirks) {
    this.#key = new SigningKey(privateKeyDer);
    this.#names = names;
    this.#mayKeySign = !refuses?.includes('sign');
  }

  reset(): void {
    this.#isRestored = false;
    this.#operation = undefined;
  }

  manage({ p1, p2, data }: ReceivedCommand): CardAnswer {
    if (p1 === mse.restore) return this.#restore(p2);
    const operation = templates.get(p2);
    if (p1 !== mse.set || !operation) return answer(statusWord.wrongP1P2);
    if (!this.#isRestored) return answer(statusWord.conditionsNotSatisfied);
    if (toHex(data) !== toHex(Uint8Array.of(0x83, 0x01, this.#names.key))) return answer(statusWord.referencedDataNotFound);
    this.#operation = operation;
    return done();
  }

  /** The private key wants the PIN. OpenSC signs by deciphering a padded block, because the certificate is for client authentication. */
  perform({ p1, p2, data }: ReceivedCommand, isPinVerified: boolean): CardAnswer {
    const operation = (p1 << 8) | p2;
    if (operation !== psoSign && operation !== psoDecipher) return answer(statusWord.wrongP1P2);
    if (!isPinVerified || (operation === psoSign && !this.#mayKeySign)) return answer(statusWord.securityStatusNotSatisfied);
    if (this.#operation !== (operation === psoSign ? 'sign' : 'decipher')) return answer(statusWord.conditionsNotSatisfied);
    const result = operation === psoSign ? this.#key.sign(data) : this.#decipher(data);
    return result ? done(result) : answer(statusWord.wrongData);
  }

  #restore(number: number): CardAnswer {
    if (number !== this.#names.securityEnvironment) return answer(statusWord.referencedDataNotFound);
    this.#isRestored = true;
    this.#operation = undefined;
    return done();
  }

  #decipher([padding, ...cryptogram]: Uint8Array): Uint8Array | undefined {
    return padding === noPaddingIndicator ? this.#key.decipher(Uint8Array.from(cryptogram)) : undefined;
  }
}
