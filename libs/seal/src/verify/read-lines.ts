// SPDX-License-Identifier: AGPL-3.0-or-later
import { readSync } from 'node:fs';
import { LEAF_PREFIX, sha256 } from '../log/merkle';
import type { LogVerifier } from './log-verifier';

const CHUNK = 4 * 1024 * 1024;
const LF = 0x0a;

/**
 * Gives the lines of an open file to the verifier, in memory of one chunk and of the longest line. Before each line in the buffer lies a byte that has been read already: it takes
 * the leaf's prefix, so that a row is hashed where it lies.
 *
 * @returns whether the file ends in the middle of a line.
 */
export function readLines(file: number, verifier: LogVerifier): boolean {
  let buffer = Buffer.alloc(1 + CHUNK);
  let filled = 1;
  for (;;) {
    if (filled === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(CHUNK)]);
    const read = readSync(file, buffer, filled, buffer.length - filled, null);
    if (read === 0) return filled > 1;
    filled += read;
    let start = 1;
    for (let end = buffer.indexOf(LF, start); end !== -1 && end < filled; end = buffer.indexOf(LF, start)) {
      const from = start;
      const isBelieved = verifier.read(buffer.subarray(from, end), () => {
        buffer[from - 1] = LEAF_PREFIX;
        return sha256(buffer.subarray(from - 1, end));
      });
      if (!isBelieved) return false;
      start = end + 1;
    }
    buffer.copyWithin(1, start, filled);
    filled = 1 + filled - start;
  }
}
