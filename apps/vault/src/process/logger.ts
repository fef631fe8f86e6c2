// SPDX-License-Identifier: AGPL-3.0-or-later
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (level: LogLevel, msg: string, fields?: LogFields) => void;

/** One JSON object a line, from `least` upwards: ids and closed words, never a code, a key or a card's number. */
export function jsonLog(write: (line: string) => void, now: () => Date, least: LogLevel): Log {
  return (level, msg, fields = {}) => {
    if (LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(least)) write(`${JSON.stringify({ time: now().toISOString(), level, msg, ...fields })}\n`);
  };
}
