// SPDX-License-Identifier: AGPL-3.0-or-later
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Randomness } from '../ports/randomness';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What AES-256-GCM binds and hides: under this key, for this place and no other. */
interface Bound {
  readonly key: Uint8Array;
  /** Says where the bytes belong; elsewhere they do not open. */
  readonly boundTo: string;
}

/** IV ‖ ciphertext ‖ tag. */
export function encryptBound({ key, boundTo, bytes, randomness }: Bound & { readonly bytes: Uint8Array; readonly randomness: Randomness }): Buffer {
  const iv = randomness.bytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/**
 * The bytes again; whoever holds secrets in them wipes them.
 *
 * @throws Error when they belong elsewhere, or the key is not theirs.
 */
export function decryptBound({ key, boundTo, encrypted }: Bound & { readonly encrypted: Uint8Array }): Uint8Array {
  const tagAt = encrypted.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(encrypted.subarray(tagAt));
  const first = decipher.update(encrypted.subarray(IV_BYTES, tagAt));
  // GCM is a stream mode: final() adds nothing and checks the tag; what it refuses is wiped.
  try {
    decipher.final();
  } catch (error) {
    first.fill(0);
    throw error;
  }
  return first;
}
