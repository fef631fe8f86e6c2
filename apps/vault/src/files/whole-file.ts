// SPDX-License-Identifier: AGPL-3.0-or-later
import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { StartRefused } from '../config/start-refused';
import { errorCode } from '../process/error-code';

/** Writes the whole file or nothing of it, and resolves when it is on the disk. */
export async function writeWhole(path: string, text: string, mode = 0o600): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncFolderOf(path);
}

/** What happened to a name in a folder is durable only when the folder itself was written. */
export async function syncFolderOf(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Undefined when there is no such file. @throws StartRefused when it holds something else. */
export async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema> | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new StartRefused(`${path} cannot be read by this user (${errorCode(error)}).`);
  });
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(jsonIn(text));
  if (!parsed.success) throw new StartRefused(`${path} is not what this program wrote: restore it from a copy.`);
  return parsed.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not of the shape, and is told as that; the parser's message would quote it.
    return undefined;
  }
}
