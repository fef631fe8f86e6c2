// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject, sign, verify } from 'node:crypto';
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url';

/** The key that seals the log: Ed25519 (RFC 8032). Its public half is written as the base64url of its 32 bytes, its name is the SHA-256 of them. */
export interface LogKey {
  readonly keyId: string;
  readonly publicKey: string;
  /** 64 bytes, base64url. */
  sign(bytes: Uint8Array): string;
}

const PUBLIC_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** A new private key, PKCS #8 in PEM. */
export const generateLogKey = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;

/** The key in a PEM text, or nothing when the text holds no Ed25519 private key. */
export const logKeyOf = (pem: string): LogKey | undefined => {
  const key = privateKeyIn(pem);
  if (key?.asymmetricKeyType !== 'ed25519') return undefined;
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return { keyId: logKeyId(x), publicKey: x, sign: (bytes) => encodeBase64Url(sign(null, bytes, key)) };
};

/** The name of a public key, by which blocks and people call it. */
export const logKeyId = (publicKey: string): string => hash('sha256', Buffer.from(publicKey, 'base64url'), 'base64url');

/** Whether the text is the public half of an Ed25519 key. */
export const isLogPublicKey = (text: string): boolean => decodeBase64Url(text)?.length === PUBLIC_BYTES;

/** Whether the signature is the key's over the bytes; what cannot be read is not valid. */
export const isSignedByLogKey = (bytes: Uint8Array, signature: string, publicKey: string): boolean => {
  const raw = decodeBase64Url(signature);
  if (raw?.length !== SIGNATURE_BYTES || !isLogPublicKey(publicKey)) return false;
  return verify(null, bytes, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' }), raw);
};

const privateKeyIn = (pem: string): KeyObject | undefined => {
  try {
    return createPrivateKey(pem);
  } catch {
    // OpenSSL's own message is not shown: it may quote the file.
    return undefined;
  }
};
