// SPDX-License-Identifier: AGPL-3.0-or-later
import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CannotStart } from '../config/cannot-start';
import { errorCode } from '../log/error-code';
import { JournalEntry } from './journal-entry';
import { StationRecord } from './station-record';

const ownerOnly = 0o600;
/** So many lines are appended before the file is written anew. */
const usualLines = 5_000;

/** The file of what must survive a crash: one JSON line for each thing, appended and synced before whoever wrote it goes on. */
export class Journal {
  private tail: Promise<void> = Promise.resolve();

  private constructor(
    private readonly path: string,
    private file: FileHandle,
    private size: number,
    private lines: number,
    private readonly mostLines: number,
    readonly record: StationRecord,
  ) {}

  /**
   * Reads the file, if there is one, and writes it anew without what need not be remembered.
   *
   * @throws CannotStart when a line in it cannot be read: to go on would be to forget what was begun.
   */
  static async open(path: string, mostLines = usualLines): Promise<Journal> {
    const record = new StationRecord();
    for (const entry of await readEntries(path)) record.apply(entry);
    const entries = record.toEntries();
    const { file, size } = await writeAnew(path, entries);
    return new Journal(path, file, size, entries.length, mostLines, record);
  }

  /** Resolves when the entry is on the disk; the record shows it from then on. */
  write(entry: JournalEntry): Promise<void> {
    const written = this.tail.then(() => this.append(entry));
    // A failure is the writer's to hear; the next entry is tried all the same.
    this.tail = written.catch(() => undefined);
    return written;
  }

  async close(): Promise<void> {
    await this.tail;
    await this.file.close();
  }

  private async append(entry: JournalEntry): Promise<void> {
    const line = lineOf(entry);
    try {
      await this.file.appendFile(line);
      await this.file.datasync();
    } catch (error) {
      // Half a line (a full disk) must not stand in front of the next one.
      await this.file.truncate(this.size);
      throw error;
    }
    this.size += Buffer.byteLength(line);
    this.lines += 1;
    this.record.apply(entry);
    if (this.lines >= this.mostLines) await this.compact();
  }

  private async compact(): Promise<void> {
    const entries = this.record.toEntries();
    const { file, size } = await writeAnew(this.path, entries);
    await this.file.close();
    this.file = file;
    this.size = size;
    // What cannot be left out counts for nothing, lest the file be written anew at each line.
    this.lines = 0;
  }
}

async function readEntries(path: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  // Whatever follows the last line break was torn while it was written: nobody had gone on because of it.
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line, index) => {
    const entry = parseLine(line);
    if (entry === undefined) throw new CannotStart(`Line ${index + 1} of the station's journal ${path} is damaged. Keep the file, restore it from a copy, or ask for help: it knows which envelopes were begun.`);
    return entry;
  });
}

function parseLine(line: string): JournalEntry | undefined {
  try {
    return JournalEntry.safeParse(JSON.parse(line)).data;
  } catch {
    // Not JSON: told to the caller like any other damage.
    return undefined;
  }
}

/** The whole file beside the old one, and then in its place: at no instant is there half a journal. */
async function writeAnew(path: string, entries: readonly JournalEntry[]): Promise<{ readonly file: FileHandle; readonly size: number }> {
  const draft = `${path}.new`;
  const text = entries.map(lineOf).join('');
  const file = await open(draft, 'w', ownerOnly);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(draft, path);
  await syncFolder(dirname(path));
  return { file: await open(path, 'a', ownerOnly), size: Buffer.byteLength(text) };
}

/** A rename is durable when its folder is (POSIX); Windows does it by itself and cannot open folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function lineOf(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
