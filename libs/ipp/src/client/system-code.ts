// SPDX-License-Identifier: AGPL-3.0-or-later
/** The code of an error of Node's own (`ECONNREFUSED`, `ERR_TLS_…`, `HPE_…`), or nothing for any other. */
export const systemCodeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
