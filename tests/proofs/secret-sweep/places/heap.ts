// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringsIn } from './heap-strings';
import type { PlaceKind, Sample } from './sample';

const PATIENCE_MS = 120_000;

/** The environment of a program whose heap is to be looked at. */
export function withHeapSnapshots(folder: string): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--require ${join(__dirname, 'take-heap-snapshots.cjs')}`, HEAP_SNAPSHOT_DIR: folder };
}

/** All strings that are alive in the process, after a collection of its garbage: the program's own, its packages' and its source text. Numbers and shapes are left out. */
export async function heapOf(kind: PlaceKind, pid: number, folder: string): Promise<Sample> {
  const path = join(folder, `${pid}.heapsnapshot`);
  await rm(path, { force: true });
  process.kill(pid, 'SIGUSR2');
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const snapshot = await readFile(path).catch(() => undefined);
    if (snapshot) {
      await rm(path);
      return { kind, part: 'strings', bytes: stringsIn(snapshot) };
    }
    if (performance.now() > deadline) throw new Error(`no heap snapshot of ${kind}`);
    await sleep(100);
  }
}
