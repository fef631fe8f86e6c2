// SPDX-License-Identifier: AGPL-3.0-or-later
/** PostgreSQL's classes for connections that failed (08), resources that ran out (53) and an operator's intervention (57P), without the cancelling of one query. */
const AWAY = /^(08...|53...|57P..)$/;
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPIPE']);

/** Whether an error says that the database cannot be asked now, rather than that it was asked something wrong. */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return AWAY.test(code) || UNREACHABLE.has(code);
  // The pool has no codes of its own for these.
  return error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error) and is not queryable)/.test(error.message);
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { readonly code?: unknown; readonly driverError?: { readonly code?: unknown } };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}
