// SPDX-License-Identifier: AGPL-3.0-or-later
/** The code that Node's own errors carry (`ENOENT`, `EADDRINUSE`, `Z_DATA_ERROR` …); undefined for any other error. */
export const errorCodeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
