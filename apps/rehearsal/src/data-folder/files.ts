// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { errorCodeOf } from '../process/error-code';
import { StartRefusal } from '../process/start-refusal';

const ownerOnly = 0o600;
const ownersFolder = 0o700;

/** Writes the whole file or nothing of it: whoever reads at the same time, or after a power cut, finds the old content or the new. Read by its owner only. */
export const writeWhole = async (path: string, content: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true, mode: ownersFolder });
  const draft = `${path}.draft`;
  await writeFile(draft, content, { mode: ownerOnly });
  await rename(draft, path);
};

export const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** @throws StartRefusal when the file is there and is not of this program's making. */
export const readJsonIfThere = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema> | undefined> => {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success) throw new StartRefusal(`${path} was written by another version of the rehearsal: give DATA_DIR another folder, or remove this one.`);
  return parsed.data;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

export const writeJson = (path: string, value: unknown): Promise<void> => writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
