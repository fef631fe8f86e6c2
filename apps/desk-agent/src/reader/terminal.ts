// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Readable, Writable } from 'node:stream';
import type { Terminal } from './learn-readers';

/** Questions on one stream, the Enter key on the other. */
export function openTerminal(from: Readable, to: Writable): Terminal {
  return {
    say: (line) => void to.write(`${line}\n`),
    enter: () =>
      new Promise((resolve) => {
        from.resume();
        from.on('data', (chunk: Buffer) => {
          if (chunk.includes('\n')) resolve();
        });
      }),
  };
}
