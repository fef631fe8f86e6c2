// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a card and its reader take for a command; milliseconds. */
export interface CardTiming {
  readonly perApduMs: number;
  /** For each byte of command and response. */
  readonly perByteMs: number;
  /** For each T=1 block of 254 bytes after the first, either way. */
  readonly perExtraBlockMs: number;
}

/** Fitted to one timed trace of a real TS-CNS in a USB reader. */
export const realCardTiming: CardTiming = { perApduMs: 11.7, perByteMs: 0.086, perExtraBlockMs: 66 };

const blockLength = 254;

export function durationOf({ perApduMs, perByteMs, perExtraBlockMs }: CardTiming, command: Uint8Array, response: Uint8Array): number {
  const extraBlocks = [command, response].map(({ length }) => Math.max(0, Math.ceil(length / blockLength) - 1));
  return perApduMs + perByteMs * (command.length + response.length) + perExtraBlockMs * extraBlocks.reduce((sum, blocks) => sum + blocks, 0);
}
