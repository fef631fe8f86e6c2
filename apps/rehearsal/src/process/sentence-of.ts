// SPDX-License-Identifier: AGPL-3.0-or-later
import { StoryBroken } from '../scenario/story-broken';
import { errorCodeOf } from './error-code';
import { StartRefusal } from './start-refusal';

/** One sentence for the person at the terminal, for what can go wrong at the start. What is not foreseen is a bug and keeps its stack. */
export const sentenceOf = (error: unknown): string | undefined => {
  if (error instanceof StartRefusal || error instanceof StoryBroken) return error.message;
  if (!(error instanceof Error)) return undefined;
  const place = 'port' in error && typeof error.port === 'number' ? String(error.port) : 'path' in error && typeof error.path === 'string' ? error.path : '';
  switch (errorCodeOf(error)) {
    case 'EADDRINUSE':
      return `Not started: port ${place} is taken by another program.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Not started: no permission for ${place}.`;
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return error.message;
    case 'ENOSPC':
      return `Not started: the disk is full (${place}).`;
    default:
      return undefined;
  }
};
