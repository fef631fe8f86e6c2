// SPDX-License-Identifier: AGPL-3.0-or-later
import { open, type FileHandle } from 'node:fs/promises';

/** Two lines of the longest kind: a whole SHA-1, a count, the end of line. */
const CHUNK_BYTES = 160;
const LINE = /^([0-9A-Fa-f]{8,40})(:\d+)?$/;

/**
 * A file with one SHA-1 in hexadecimal a line, or the first digits of one, in ascending order; behind a colon a count may stand, as Have I Been Pwned's
 * download has it. A file of forty gigabytes is looked through in as many short reads as its size has bits, and none of it stays in memory.
 */
export class SortedHashes {
  private constructor(
    private readonly file: FileHandle,
    private readonly size: number,
  ) {}

  /** Nothing when there is no such file, or its first line is none of these. */
  static async open(path: string): Promise<SortedHashes | undefined> {
    const file = await open(path, 'r').catch(() => undefined);
    if (!file) return undefined;
    const hashes = new SortedHashes(file, (await file.stat()).size);
    if (LINE.test((await hashes.lineFrom(0))?.text ?? '')) return hashes;
    await file.close();
    return undefined;
  }

  /** @param sha1 in hexadecimal capitals. */
  async has(sha1: string): Promise<boolean> {
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const line = await this.lineFrom(middle);
      if (!line || line.start >= to) {
        to = middle;
        continue;
      }
      const hash = line.text.split(':', 1)[0]?.toUpperCase() ?? '';
      const sought = sha1.slice(0, hash.length);
      if (sought === hash) return true;
      if (sought > hash) from = line.end;
      else to = middle;
    }
    return false;
  }

  close(): Promise<void> {
    return this.file.close();
  }

  /** The first line that begins there or later. */
  private async lineFrom(position: number): Promise<{ readonly text: string; readonly start: number; readonly end: number } | undefined> {
    const readAt = Math.max(0, position - 1);
    const { buffer, bytesRead } = await this.file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, readAt);
    const chunk = buffer.toString('latin1', 0, bytesRead);
    // A line begins at the file's begin and behind each end of line.
    const start = position === 0 ? 0 : chunk.indexOf('\n') + 1;
    if (position > 0 && start === 0) return undefined;
    const lineEnd = chunk.indexOf('\n', start);
    const end = lineEnd < 0 ? chunk.length : lineEnd;
    return end > start ? { text: chunk.slice(start, end).trimEnd(), start: readAt + start, end: readAt + end + 1 } : undefined;
  }
}
