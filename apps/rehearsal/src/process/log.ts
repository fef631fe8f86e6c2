// SPDX-License-Identifier: AGPL-3.0-or-later
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type LogFields = Readonly<Record<string, string | number | boolean | null | Readonly<Record<string, string>>>>;
export type Log = (level: LogLevel, msg: string, fields?: LogFields) => void;

/** One JSON object a line, from `least` upwards. Whoever logs sees to it that no name, code or document gets in. */
export const jsonLog =
  (write: (line: string) => void, now: () => Date, least: LogLevel): Log =>
  (level, msg, fields = {}) => {
    if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return;
    write(`${JSON.stringify({ time: now().toISOString(), level, msg, ...fields })}\n`);
  };
