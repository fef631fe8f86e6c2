// SPDX-License-Identifier: AGPL-3.0-or-later
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { PlaceKind, Sample } from './sample';

const LARGEST_PIECE = 64 << 20;

/** What anybody on the machine may see of a process (proc_pid_environ(5), proc_pid_cmdline(5)). */
export async function facesOf(name: string, pid: number): Promise<readonly Sample[]> {
  const faces = await Promise.all(['environ', 'cmdline'].map(async (face) => ({ kind: 'environment and command line', part: `${name} ${face}`, bytes: await readFile(`/proc/${pid}/${face}`) }) as const));
  return faces;
}

/** All that a process may have written into its memory (proc_pid_maps(5), proc_pid_mem(5)): objects, buffers outside the heap, and what was freed and not overwritten. */
export function* memoryOf(kind: PlaceKind, pid: number): Generator<Sample> {
  const regions = readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap(writableRegion);
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const { from, to, name } of regions) {
      for (let at = from; at < to; at += LARGEST_PIECE) {
        const bytes = Buffer.allocUnsafeSlow(Math.min(LARGEST_PIECE, to - at));
        const read = readWhatIsThere(memory, bytes, at);
        yield { kind, part: `${name} ${at.toString(16)}`, bytes: bytes.subarray(0, read) };
      }
    }
  } finally {
    closeSync(memory);
  }
}

function writableRegion(line: string): readonly { readonly from: number; readonly to: number; readonly name: string }[] {
  const [, from = '', to = '', name = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw..\s+\S+\s+\S+\s+\d+\s*(.*)$/.exec(line) ?? [];
  if (from === '' || name.startsWith('[v')) return [];
  return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), name: name || 'anonymous' }];
}

/** A region may have been given back since the list was made. */
function readWhatIsThere(memory: number, bytes: Uint8Array, at: number): number {
  try {
    return readSync(memory, bytes, 0, bytes.length, at);
  } catch {
    return 0;
  }
}
