// SPDX-License-Identifier: AGPL-3.0-or-later
import { publicKeyOf, thumbprint } from '../keys/p256-keys';
import { signBytes } from './sign-bytes';

/**
 * A key that signs and does not show itself: the port behind which a station's or the API's key lies. Today that is a file which only its user may read; a TPM or
 * an HSM answers later, and both take their time, hence the promise.
 */
export interface SigningKey {
  /** The thumbprint of the public key (RFC 7638). */
  readonly keyId: string;
  readonly publicKey: string;
  /** ECDSA P-256 with SHA-256, IEEE P1363, base64url. */
  sign(bytes: Uint8Array): Promise<string>;
}

/**
 * The port over a private key held in this process.
 *
 * @throws TypeError when it is no P-256 private key.
 */
export const signingKeyOf = (privateKey: string): SigningKey => {
  const publicKey = publicKeyOf(privateKey);
  return { keyId: thumbprint(publicKey), publicKey, sign: (bytes) => Promise.resolve(signBytes(bytes, privateKey)) };
};
