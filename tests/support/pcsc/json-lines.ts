// SPDX-License-Identifier: AGPL-3.0-or-later
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Messages between two processes, one JSON value a line. */
export type JsonLines = {
  send(message: unknown): void;
  /** The next message; undefined at the end of the stream. */
  next(): Promise<unknown>;
};

export const jsonLines = (from: Readable, to: Writable): JsonLines => {
  const lines = createInterface({ input: from })[Symbol.asyncIterator]();
  return {
    send: (message) => void to.write(`${JSON.stringify(message)}\n`),
    next: async () => {
      const { done, value } = await lines.next();
      return done ? undefined : (JSON.parse(value) as unknown);
    },
  };
};
