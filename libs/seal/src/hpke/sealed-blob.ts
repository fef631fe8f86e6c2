// SPDX-License-Identifier: AGPL-3.0-or-later
import { decodeBase64Url } from '../encoding/base64url';

/**
 * Bytes that only the recipient's private key opens, and only together with the `info` that they were sealed with. Base64url throughout.
 * `kid` is the thumbprint of the recipient's public key, `enc` the encapsulated key (RFC 9180 §4.1), `ct` the ciphertext with its tag.
 */
export type SealedBlob = { readonly v: 1; readonly kid: string; readonly enc: string; readonly ct: string };

const tagLength = 16;
const pointLength = 65;

export type BlobParts = { readonly kid: string; readonly enc: Uint8Array; readonly ct: Uint8Array };

/** The blob's parts in bytes, or nothing when it is not of this shape. */
export const blobPartsOf = (blob: unknown): BlobParts | undefined => {
  if (typeof blob !== 'object' || blob === null) return undefined;
  const { v, kid, enc, ct } = blob as Readonly<Record<string, unknown>>;
  if (v !== 1 || typeof kid !== 'string' || typeof enc !== 'string' || typeof ct !== 'string') return undefined;
  const parts = { kid, enc: decodeBase64Url(enc), ct: decodeBase64Url(ct) };
  if (parts.enc?.length !== pointLength || parts.ct === undefined || parts.ct.length < tagLength) return undefined;
  return { kid, enc: parts.enc, ct: parts.ct };
};
