// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RandomBytes } from './random-bytes';

export const DIGITS = '0123456789';

/** Draws in a row that a sound generator never needs (a chance below 2^-256): past it the generator is broken. */
const MOST_ROUNDS = 256;

/**
 * Draws characters of an ASCII alphabet (2 to 256 different ones), each as likely as the others: bytes beyond the last whole multiple
 * of the alphabet's size are thrown away, never folded. What the generator gave is wiped. Answers the characters' ASCII bytes.
 */
export function drawCharacters(length: number, alphabet: string, randomBytes: RandomBytes): Uint8Array {
  const size = alphabet.length;
  const limit = 256 - (256 % size);
  const drawn = new Uint8Array(length);
  let filled = 0;
  for (let round = 0; filled < length; round += 1) {
    if (round === MOST_ROUNDS) throw new Error('the random generator gives no usable bytes');
    const bytes = randomBytes(length - filled);
    if (bytes.length !== length - filled) throw new Error('the random generator gave another number of bytes than asked');
    for (const byte of bytes) {
      if (byte < limit) drawn[filled++] = alphabet.charCodeAt(byte % size);
    }
    bytes.fill(0);
  }
  return drawn;
}

/** ASCII digits, unbiased. */
export function drawDigits(length: number, randomBytes: RandomBytes): Uint8Array {
  return drawCharacters(length, DIGITS, randomBytes);
}
