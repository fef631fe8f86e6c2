// SPDX-License-Identifier: AGPL-3.0-or-later
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Randomness } from '../ports/randomness';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a frame of transport codes for its place in the database (AES-256-GCM; the ID_Carta is bound in): IV ‖ ciphertext ‖ tag. */
export function encryptTransportCodes({ key, idCarta, frame, randomness }: {
  readonly key: Uint8Array;
  readonly idCarta: string;
  readonly frame: Uint8Array;
  readonly randomness: Randomness;
}): Buffer {
  const iv = randomness.bytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(idCarta));
  return Buffer.concat([iv, cipher.update(frame), cipher.final(), cipher.getAuthTag()]);
}

/**
 * The frame again. The caller wipes it.
 *
 * @throws Error when the bytes are not this card's, or the key is not theirs.
 */
export function decryptTransportCodes({ key, idCarta, encrypted }: { readonly key: Uint8Array; readonly idCarta: string; readonly encrypted: Uint8Array }): Uint8Array {
  const tagAt = encrypted.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(idCarta))
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
