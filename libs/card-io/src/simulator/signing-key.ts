// SPDX-License-Identifier: AGPL-3.0-or-later
import { constants, createPrivateKey, privateDecrypt, privateEncrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** The RSA key that never leaves the chip. */
export class SigningKey {
  readonly #key: KeyObject;

  constructor(privateKeyDer: Uint8Array) {
    this.#key = createPrivateKey({ key: Buffer.from(privateKeyDer), format: 'der', type: 'pkcs8' });
  }

  get modulusLength(): number {
    return (this.#key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  }

  /** PKCS#1 v1.5 padding of block type 1 around what it is given, then the private operation; undefined when it does not fit. */
  sign(digestInfo: Uint8Array): Uint8Array | undefined {
    if (digestInfo.length > this.modulusLength - 11) return undefined;
    return Uint8Array.from(privateEncrypt({ key: this.#key, padding: constants.RSA_PKCS1_PADDING }, digestInfo));
  }

  /** The bare private operation; undefined when the number is not below the modulus. */
  decipher(cryptogram: Uint8Array): Uint8Array | undefined {
    if (cryptogram.length !== this.modulusLength) return undefined;
    try {
      return Uint8Array.from(privateDecrypt({ key: this.#key, padding: constants.RSA_NO_PADDING }, cryptogram));
    } catch {
      return undefined; // node:crypto has no other way to say that the number is too large
    }
  }
}
