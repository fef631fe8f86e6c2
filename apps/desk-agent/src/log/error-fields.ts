// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LogFields } from './logger';

/**
 * What may be logged of an error that nobody foresaw: its class and the places that it came through. The message stays out, because a library may quote in it
 * what it was given.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? { errorCode: error.code } : {};
  return { error: error.name, ...code, at: frames.slice(0, 6).map((line) => line.trim()).join(' | ') };
}
