// SPDX-License-Identifier: AGPL-3.0-or-later
export type LogFields = Readonly<Record<string, string | number | boolean | null | Readonly<Record<string, string>>>>;
export type Log = (level: 'info' | 'warn' | 'error', msg: string, fields?: LogFields) => void;

/** One JSON object a line. Whoever logs sees to it that no name, code or document gets in. */
export const jsonLog =
  (write: (line: string) => void, now: () => Date): Log =>
  (level, msg, fields = {}) =>
    write(`${JSON.stringify({ time: now().toISOString(), level, msg, ...fields })}\n`);
