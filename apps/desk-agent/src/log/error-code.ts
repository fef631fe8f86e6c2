// SPDX-License-Identifier: AGPL-3.0-or-later

/** The error's class, or the system's word for it; `fetch` hides that one in the cause. */
export function errorWord(error: unknown): string {
  if (typeof error !== 'object' || error === null) return typeof error;
  const cause = 'cause' in error ? errorCode(error.cause) : undefined;
  return cause ?? errorCode(error) ?? ('name' in error ? String(error.name) : 'unknown');
}

/** The system's short word for what went wrong (`ENOENT`, `ECONNREFUSED` …), when it has one. Asked by shape: an error may come from another realm. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
