// SPDX-License-Identifier: AGPL-3.0-or-later
import { sign, verify } from 'node:crypto';
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url';
import { generateP256KeyPair, type P256KeyPair, readPrivateKey, readPublicKey } from '../keys/p256-keys';

const signatureLength = 64;

/** A new P-256 key pair for signatures. */
export const generateSigningKeyPair = (): Promise<P256KeyPair> => generateP256KeyPair();

/**
 * ECDSA over SHA-256 of the bytes, r ‖ s (IEEE P1363), base64url.
 *
 * @throws TypeError when the private key is none.
 */
export const signBytes = (bytes: Uint8Array, privateKey: string): string => {
  const key = readPrivateKey(privateKey);
  if (key === undefined) throw new TypeError('not a P-256 private key');
  return encodeBase64Url(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }));
};

/** Whether the signature is the key's over the bytes. A signature or key that cannot be read is not valid. */
export const verifyBytes = (bytes: Uint8Array, signature: string, publicKey: string): boolean => {
  const key = readPublicKey(publicKey);
  const raw = decodeBase64Url(signature);
  if (key === undefined || raw?.length !== signatureLength) return false;
  return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, raw);
};
