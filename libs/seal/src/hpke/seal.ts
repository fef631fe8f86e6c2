// SPDX-License-Identifier: AGPL-3.0-or-later
import { Aes256Gcm, CipherSuite, DecapError, DeserializeError, DhkemP256HkdfSha256, HkdfSha256, OpenError } from '@hpke/core';
import type { webcrypto } from 'node:crypto';
import { canonicalJsonBytes, type JsonValue } from '../canonical-json/canonical-json';
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url';
import { generateP256KeyPair, isPublicKey, type P256KeyPair, publicKeyOf, readPrivateKey, thumbprint } from '../keys/p256-keys';
import { blobPartsOf, type SealedBlob } from './sealed-blob';

/** RFC 9180 §7: DHKEM(P-256, HKDF-SHA256) 0x0010, HKDF-SHA256 0x0001, AES-256-GCM 0x0002; always in base mode. */
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/**
 * Why a blob was not opened. `wrong-key`: it is for another recipient (`kid`). `altered`: its bytes changed, or it was sealed with another `info` – the
 * cipher cannot tell which. `bad-format`: it is no blob.
 */
export type OpenRefusal =
  | { readonly kind: 'wrong-key'; readonly kid: string }
  | { readonly kind: 'altered' }
  | { readonly kind: 'bad-format' };

/** A new P-256 key pair that blobs are sealed to. */
export const generateSealingKeyPair = (): Promise<P256KeyPair> => generateP256KeyPair();

/**
 * Seals bytes to a public key. What `info` says (case, intent, ID_Carta, sheet, station …) is not in the blob: whoever opens it must say the same.
 * The caller keeps, and wipes, the plaintext.
 *
 * @throws TypeError when the recipient's key is no P-256 public key, or `info` is not JSON.
 */
export const seal = async (request: {
  readonly recipientPublicKey: string;
  readonly info: JsonValue;
  readonly plaintext: Uint8Array;
}): Promise<SealedBlob> => {
  const recipientPublicKey = (await suite.kem.deserializePublicKey(pointOf(request.recipientPublicKey))) as webcrypto.CryptoKey;
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: canonicalJsonBytes(request.info) }, request.plaintext);
  const kid = thumbprint(request.recipientPublicKey);
  return { v: 1, kid, enc: encodeBase64Url(new Uint8Array(enc)), ct: encodeBase64Url(new Uint8Array(ct)) };
};

/**
 * Opens a blob with the recipient's private key and the `info` that it was sealed with. The caller wipes the plaintext.
 *
 * @param request `blob` may come from anywhere: its shape is checked here.
 * @throws TypeError when the private key is none, or `info` is not JSON.
 */
export const open = async (request: {
  readonly recipientPrivateKey: string;
  readonly info: JsonValue;
  readonly blob: unknown;
}): Promise<Uint8Array | OpenRefusal> => {
  const info = canonicalJsonBytes(request.info);
  const ownKid = thumbprint(publicKeyOf(request.recipientPrivateKey));
  const parts = blobPartsOf(request.blob);
  if (parts === undefined) return { kind: 'bad-format' };
  if (parts.kid !== ownKid) return { kind: 'wrong-key', kid: parts.kid };
  const recipientKey = (await suite.kem.importKey('jwk', privateJwkOf(request.recipientPrivateKey), false)) as webcrypto.CryptoKey;
  try {
    return new Uint8Array(await suite.open({ recipientKey, enc: parts.enc, info }, parts.ct));
  } catch (error) {
    if (error instanceof OpenError || error instanceof DecapError || error instanceof DeserializeError) return { kind: 'altered' };
    throw error;
  }
};

const pointOf = (publicKey: string): Uint8Array => {
  const point = isPublicKey(publicKey) ? decodeBase64Url(publicKey) : undefined;
  if (point === undefined) throw new TypeError('not a P-256 public key');
  return point;
};

const privateJwkOf = (privateKey: string): webcrypto.JsonWebKey => {
  const key = readPrivateKey(privateKey);
  if (key === undefined) throw new TypeError('not a P-256 private key');
  return key.export({ format: 'jwk' });
};
