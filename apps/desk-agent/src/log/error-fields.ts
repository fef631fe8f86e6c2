// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorCode } from './error-code';
import type { LogFields } from './logger';

/**
 * What may be logged of an error that nobody foresaw: its class and the places that it came through. The message stays out, because a library may quote in it
 * what it was given.
 */
export function errorFields(error: unknown): LogFields {
  if (!isErrorLike(error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = errorCode(error);
  return { error: error.name, ...(code === undefined ? {} : { errorCode: code }), at: frames.slice(0, 6).map((line) => line.trim()).join(' | ') };
}

/** By shape: an error may come from another realm. */
function isErrorLike(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string';
}
