// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { decodeBase64Url, encodeBase64Url } from '../encoding/base64url';

/**
 * P-256 keys as text. A public key is the base64url of its uncompressed point (04 ‖ x ‖ y, 65 bytes, SEC 1 §2.3.3); a private key is the base64url of its
 * PKCS#8 DER. The same shapes serve for sealing and for signing, but one key never does both.
 */
export type P256KeyPair = { readonly publicKey: string; readonly privateKey: string };

const generate = promisify(generateKeyPair);

export const generateP256KeyPair = async (): Promise<P256KeyPair> => {
  const { publicKey, privateKey } = await generate('ec', { namedCurve: 'P-256' });
  return { publicKey: writePublicKey(publicKey), privateKey: writePrivateKey(privateKey) };
};

const pointLength = 65;
const uncompressed = 0x04;
const coordinateLength = 32;

/** The same public key as a JSON Web Key (RFC 7518 §6.2.1), the shape in which other programs hand keys over. */
export type PublicJwk = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

const jwkOf = (publicKey: string): PublicJwk | undefined => {
  const point = decodeBase64Url(publicKey);
  if (point?.length !== pointLength || point[0] !== uncompressed) return undefined;
  const x = encodeBase64Url(point.subarray(1, 1 + coordinateLength));
  const y = encodeBase64Url(point.subarray(1 + coordinateLength));
  return { kty: 'EC', crv: 'P-256', x, y };
};

const pointText = (x: string, y: string): string =>
  encodeBase64Url(Buffer.concat([Uint8Array.of(uncompressed), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]));

/** The key, or nothing when the text is no point of the curve. */
export const readPublicKey = (publicKey: string): KeyObject | undefined => {
  const jwk = jwkOf(publicKey);
  if (jwk === undefined) return undefined;
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    // OpenSSL says in its own words, which change with its version, that the point is not on the curve: the caller only needs to know that this is no key.
    return undefined;
  }
};

/** The key, or nothing when the text is no P-256 private key. */
export const readPrivateKey = (privateKey: string): KeyObject | undefined => {
  const der = decodeBase64Url(privateKey);
  if (der === undefined) return undefined;
  try {
    const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    // As above; OpenSSL's message is dropped also because it may quote what it could not parse.
    return undefined;
  }
};

/** The public key of a JWK, or nothing when its coordinates are no point of the curve. */
export const publicKeyOfJwk = ({ x, y }: PublicJwk): string | undefined => {
  const point = pointText(x, y);
  const jwk = jwkOf(point);
  return jwk?.x === x && jwk.y === y && isPublicKey(point) ? point : undefined;
};

/** @throws TypeError when the text is no P-256 public key. */
export const publicJwkOf = (publicKey: string): PublicJwk => {
  const jwk = jwkOf(publicKey);
  if (jwk === undefined || !isPublicKey(publicKey)) throw new TypeError('not a P-256 public key');
  return jwk;
};

/** Whether the text is a P-256 public key: a point of the curve, written in the one way that this library writes it. */
export const isPublicKey = (text: string): boolean => readPublicKey(text) !== undefined;

export const writePublicKey = (key: KeyObject): string => {
  const { x, y } = key.export({ format: 'jwk' });
  if (x === undefined || y === undefined) throw new TypeError('not an elliptic-curve key');
  return pointText(x, y);
};

export const writePrivateKey = (key: KeyObject): string => encodeBase64Url(key.export({ format: 'der', type: 'pkcs8' }));

/** The public key that belongs to a private one. */
export const publicKeyOf = (privateKey: string): string => {
  const key = readPrivateKey(privateKey);
  if (key === undefined) throw new TypeError('not a P-256 private key');
  return writePublicKey(createPublicKey(key));
};

/**
 * The name of a public key: the SHA-256 thumbprint of its JWK, base64url (RFC 7638 §3).
 *
 * @throws TypeError when the text is no P-256 public key.
 */
export const thumbprint = (publicKey: string): string => {
  const { crv, kty, x, y } = publicJwkOf(publicKey);
  // RFC 7638 §3.2: only the required members, in lexicographic order, without white space.
  const text = JSON.stringify({ crv, kty, x, y });
  return createHash('sha256').update(text).digest('base64url');
};
