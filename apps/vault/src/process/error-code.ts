// SPDX-License-Identifier: AGPL-3.0-or-later

/** The system's word for what went wrong (`ENOENT` …), or the kind of the error; never its message, which may quote what it was about. */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : typeof error;
}
