// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, timingSafeEqual } from 'node:crypto';

const shortestKey = 32;

/**
 * HMAC-SHA-256 over a label and the parts, 32 bytes. The label keeps the uses of one key apart (`cip`, `outer-code` …), and each part goes in behind its length,
 * so that no other split of the same bytes has the same MAC.
 *
 * @throws RangeError when the key is shorter than 32 bytes.
 */
export const keyedMac = ({ key, label, parts }: {
  readonly key: Uint8Array;
  readonly label: string;
  readonly parts: readonly (Uint8Array | string)[];
}): Uint8Array => {
  if (key.length < shortestKey) throw new RangeError(`a MAC key has at least ${shortestKey} bytes`);
  const mac = createHmac('sha256', key);
  for (const part of [label, ...parts]) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(typeof part === 'string' ? Buffer.byteLength(part, 'utf8') : part.length);
    mac.update(length);
    mac.update(part);
  }
  return mac.digest();
};

/** Whether the bytes are the same, in a time that tells nothing but whether the lengths are. */
export const equalInConstantTime = (left: Uint8Array, right: Uint8Array): boolean => left.length === right.length && timingSafeEqual(left, right);
