// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { open, readFile, truncate } from 'node:fs/promises';
import { canonicalJson } from '@sportello/seal';
import * as z from 'zod';
import { StartRefused } from '../config/start-refused';
import type { VaultFolder } from '../config/vault-folder';
import { withLock } from '../files/lock';
import { errorCode } from '../process/error-code';

/** What can be told of the vault's doings, by name; a name is never reused for something else. */
export const LOGGED_ACTS = [
  'started',
  'key-made',
  'key-destroyed',
  'station-certified',
  'station-withdrawn',
  'person-registered',
  'person-removed',
  'rewrap-requested',
  'approved',
  'rewrapped',
  'refused',
  'torn-line-removed',
] as const;
export type LoggedAct = (typeof LOGGED_ACTS)[number];

const LogEntry = z.strictObject({
  entry: z.int().min(1),
  at: z.string(),
  act: z.enum(LOGGED_ACTS),
  /** Ids, names of people, closed words and figures; never a code, never a key's private half. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** Of the entry before; of the first, 64 zeros. */
  previous: z.string().length(64),
  /** SHA-256, in hex, over the canonical JSON of all the other fields. */
  hash: z.string().length(64),
});
export type LogEntry = z.infer<typeof LogEntry>;
export type LogDetails = LogEntry['details'];

/** The newest entry: who has it finds a log that was cut short, or written anew. */
export interface LogHead {
  readonly entry: number;
  readonly hash: string;
}

const BEGINNING: LogHead = { entry: 0, hash: '0'.repeat(64) };

/** The vault's own log: entries are added, each bound to the one before, and each is on the disk before what it tells takes effect. */
export class VaultLog {
  constructor(
    private readonly folder: Pick<VaultFolder, 'log' | 'lock'>,
    private readonly now: () => Date,
  ) {}

  append(act: LoggedAct, details: LogDetails = {}): Promise<LogHead> {
    return withLock(this.folder.lock, async () => {
      const { entries, tornAt } = await this.read();
      const head = headOf(entries);
      if (tornAt === undefined) return this.write(head, act, details);
      // Nothing took effect of an entry that was not written whole.
      await truncate(this.folder.log, tornAt);
      return this.write(await this.write(head, 'torn-line-removed', {}), act, details);
    });
  }

  /** All entries, the chain checked. @throws StartRefused when it is broken. */
  async entries(): Promise<readonly LogEntry[]> {
    return (await withLock(this.folder.lock, () => this.read())).entries;
  }

  private async write({ entry: last, hash: previous }: LogHead, act: LoggedAct, details: LogDetails): Promise<LogHead> {
    const body = { entry: last + 1, at: this.now().toISOString(), act, details, previous };
    const hash = hashOf(body);
    const file = await open(this.folder.log, 'a', 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ ...body, hash })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return { entry: body.entry, hash };
  }

  private async read(): Promise<{ readonly entries: readonly LogEntry[]; readonly tornAt: number | undefined }> {
    const text = await readFile(this.folder.log, 'utf8').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return '';
      throw error;
    });
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    const entries = checked(whole.split('\n').filter(Boolean));
    return { entries, tornAt: whole.length === text.length ? undefined : Buffer.byteLength(whole) };
  }
}

export function headOf(entries: readonly LogEntry[]): LogHead {
  const last = entries.at(-1);
  return last ? { entry: last.entry, hash: last.hash } : BEGINNING;
}

function checked(lines: readonly string[]): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = entryIn(line);
    const { hash: previous } = headOf(entries);
    if (entry?.entry !== index + 1 || entry.previous !== previous || entry.hash !== hashOf(entry)) {
      throw new StartRefused(`The vault's log was changed: entry ${index + 1} does not follow from the one before. Keep the file, and find out who was in VAULT_DIR.`);
    }
    entries.push(entry);
  }
  return entries;
}

function entryIn(line: string): LogEntry | undefined {
  try {
    return LogEntry.safeParse(JSON.parse(line)).data;
  } catch {
    // Not JSON: no entry, and the chain is broken here.
    return undefined;
  }
}

function hashOf({ entry, at, act, details, previous }: Omit<LogEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson({ entry, at, act, details, previous })).digest('hex');
}
