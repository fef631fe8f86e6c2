// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type LoggerService } from '@nestjs/common';
import type { LogLevel } from '../../config/environment';
import { LOG_LEVELS } from '../../config/environment';

/** What a line may carry: ids, counts and names of things, never a person's data, a code or a key. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured lines on the standard output: one JSON object each, with time, level and msg. */
@Injectable()
export class Log {
  private readonly lowest: number;

  constructor(
    level: LogLevel,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(line),
  ) {
    this.lowest = LOG_LEVELS.indexOf(level);
  }

  debug(msg: string, fields?: LogFields): void {
    this.line('debug', msg, fields);
  }

  info(msg: string, fields?: LogFields): void {
    this.line('info', msg, fields);
  }

  warn(msg: string, fields?: LogFields): void {
    this.line('warn', msg, fields);
  }

  error(msg: string, fields?: LogFields): void {
    this.line('error', msg, fields);
  }

  private line(level: LogLevel, msg: string, fields: LogFields = {}): void {
    if (LOG_LEVELS.indexOf(level) < this.lowest) return;
    this.write(`${JSON.stringify({ time: new Date().toISOString(), level, msg, ...fields })}\n`);
  }
}

/** Nest's own messages, as lines of ours; its start-up chatter is for debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown): void {
    this.target.debug(String(message));
  }

  debug(message: unknown): void {
    this.target.debug(String(message));
  }

  verbose(message: unknown): void {
    this.target.debug(String(message));
  }

  warn(message: unknown): void {
    this.target.warn(String(message));
  }

  error(message: unknown): void {
    this.target.error(message instanceof Error ? faultOf(message) : String(message));
  }

  fatal(message: unknown): void {
    this.error(message);
  }
}

/**
 * What may be told of an unexpected error: its class and, for the database's, its code. Messages are left out, since PostgreSQL's and others' quote the values
 * that they choke on; the stack without its first line says where.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = (error as { readonly driverError?: { readonly code?: unknown } }).driverError ?? (error as { readonly code?: unknown });
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

export function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.stack === undefined) return undefined;
  return error.stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(' | ');
}
