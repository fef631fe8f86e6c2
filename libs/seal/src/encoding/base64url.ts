// SPDX-License-Identifier: AGPL-3.0-or-later
/** Base64url without padding (RFC 4648 §5), the one way in which this library writes bytes as text. */
export const encodeBase64Url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64url');

/**
 * The bytes of a base64url text, or nothing when it is not the one text that encodes them: padding, foreign characters and stray trailing bits are
 * refused, so that two texts are never the same key or the same signature (RFC 4648 §3.5, §12).
 */
export const decodeBase64Url = (text: string): Uint8Array | undefined => {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
};
