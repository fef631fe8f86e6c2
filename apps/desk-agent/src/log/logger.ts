// SPDX-License-Identifier: AGPL-3.0-or-later
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Ids, counts and closed words: nothing of a person and no code ever goes into a field. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** One JSON object a line. */
export interface Logger {
  debug(msg: string, fields?: LogFields): void;
  info(msg: string, fields?: LogFields): void;
  warn(msg: string, fields?: LogFields): void;
  error(msg: string, fields?: LogFields): void;
}

export interface LoggerOptions {
  readonly level: LogLevel;
  readonly write?: (line: string) => void;
  readonly now?: () => Date;
  /** Goes into every line: which of the station's processes speaks. */
  readonly fields?: LogFields;
}

export function createLogger({ level, write = toStdout, now = () => new Date(), fields: always = {} }: LoggerOptions): Logger {
  const threshold = LOG_LEVELS.indexOf(level);
  const logAt =
    (at: LogLevel) =>
    (msg: string, fields: LogFields = {}): void => {
      if (LOG_LEVELS.indexOf(at) < threshold) return;
      write(`${JSON.stringify({ time: now().toISOString(), level: at, msg, ...always, ...fields })}\n`);
    };
  return { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') };
}

function toStdout(line: string): void {
  process.stdout.write(line);
}
