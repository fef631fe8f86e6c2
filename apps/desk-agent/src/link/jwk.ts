// SPDX-License-Identifier: AGPL-3.0-or-later
import { decodeBase64Url, encodeBase64Url } from '@sportello/seal';

/** A P-256 public key as the enrolment carries it (RFC 7518 §6.2.1). */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

const coordinateLength = 32;

/** From the text that libs/seal uses: the uncompressed point, 04 ‖ x ‖ y, in base64url. */
export function jwkOf(publicKey: string): PublicJwk {
  const point = decodeBase64Url(publicKey);
  if (point?.length !== 1 + 2 * coordinateLength) throw new TypeError('not a P-256 public key');
  const x = encodeBase64Url(point.subarray(1, 1 + coordinateLength));
  const y = encodeBase64Url(point.subarray(1 + coordinateLength));
  return { kty: 'EC', crv: 'P-256', x, y };
}

/** The way back. Whether the point is on the curve is for whoever uses the key to check. */
export function publicKeyOfJwk({ x, y }: PublicJwk): string {
  return Buffer.concat([Uint8Array.of(0x04), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('base64url');
}
