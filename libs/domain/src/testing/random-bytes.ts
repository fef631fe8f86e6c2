// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RandomBytes } from '../codes/random-bytes';

/** A generator that gives these bytes in turn, over and over, and remembers what it handed out. */
export function scriptedBytes(script: readonly number[]): { readonly randomBytes: RandomBytes; readonly handedOut: Uint8Array[] } {
  let next = 0;
  const handedOut: Uint8Array[] = [];
  const randomBytes: RandomBytes = (length) => {
    const bytes = Uint8Array.from({ length }, () => script[next++ % script.length]!);
    handedOut.push(bytes);
    return bytes;
  };
  return { randomBytes, handedOut };
}
