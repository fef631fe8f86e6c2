// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { PlaceKind, Sample } from './sample';

/** Every file in the folder and below it, with its name, for a name may tell a code too. */
export async function* filesIn(kind: PlaceKind, folder: string, isWanted: (path: string) => boolean = () => true): AsyncGenerator<Sample> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const part = relative(folder, path);
    if (!entry.isFile() || !isWanted(part)) continue;
    // Another program's temporary file may be gone by now.
    const content = await readFile(path).catch(() => undefined);
    if (content) yield { kind, part, bytes: Buffer.concat([Buffer.from(`${part}\n`), content]) };
  }
}
