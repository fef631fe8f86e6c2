// SPDX-License-Identifier: AGPL-3.0-or-later
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { PlaceKind, Sample } from './sample';

const PAGE = 4096;
const LARGEST_PIECE = 64 << 20;
/** proc_pid_pagemap(5): eight bytes a page; in the highest one the bits "in memory" and "in swap". */
const PAGE_ENTRY = 8;
const IS_THERE = 0xc0;

/** What anybody on the machine may see of a process (proc_pid_environ(5), proc_pid_cmdline(5)). */
export async function facesOf(name: string, pid: number): Promise<readonly Sample[]> {
  const faces = await Promise.all(['environ', 'cmdline'].map(async (face) => ({ kind: 'environment and command line', part: `${name} ${face}`, bytes: await readFile(`/proc/${pid}/${face}`) }) as const));
  return faces;
}

/** All that a process has written into its memory (proc_pid_maps(5), proc_pid_mem(5)): objects, buffers outside the heap, and what was freed and not overwritten. */
export function* memoryOf(kind: PlaceKind, pid: number): Generator<Sample> {
  const [memory, pages] = [openSync(`/proc/${pid}/mem`, 'r'), openSync(`/proc/${pid}/pagemap`, 'r')];
  try {
    for (const { from, to, name } of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n').flatMap(writableRegion)) {
      for (const run of touchedRuns(pages, from, to)) {
        const bytes = Buffer.allocUnsafeSlow(run.to - run.from);
        yield { kind, part: `${name} ${run.from.toString(16)}`, bytes: bytes.subarray(0, readWhatIsThere(memory, bytes, run.from)) };
      }
    }
  } finally {
    closeSync(memory);
    closeSync(pages);
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function writableRegion(line: string): readonly (Range & { readonly name: string })[] {
  const [, from = '', to = '', name = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw..\s+\S+\s+\S+\s+\d+\s*(.*)$/.exec(line) ?? [];
  if (from === '' || name.startsWith('[v')) return [];
  return [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16), name: name || 'anonymous' }];
}

/** V8 reserves gigabytes; pages that were never touched hold nothing. */
function touchedRuns(pages: number, from: number, to: number): readonly Range[] {
  const entries = Buffer.alloc(((to - from) / PAGE) * PAGE_ENTRY);
  readSync(pages, entries, 0, entries.length, (from / PAGE) * PAGE_ENTRY);
  const runs: { from: number; to: number }[] = [];
  for (let page = 0; page * PAGE < to - from; page += 1) {
    if (((entries[page * PAGE_ENTRY + 7] ?? 0) & IS_THERE) === 0) continue;
    const at = from + page * PAGE;
    const last = runs.at(-1);
    if (last?.to === at && last.to - last.from < LARGEST_PIECE) last.to = at + PAGE;
    else runs.push({ from: at, to: at + PAGE });
  }
  return runs;
}

/** A region may have been given back since the list was made. */
function readWhatIsThere(memory: number, bytes: Uint8Array, at: number): number {
  try {
    return readSync(memory, bytes, 0, bytes.length, at);
  } catch {
    return 0;
  }
}
