// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { errorCode } from '../log/error-code';
import { CannotStart } from './cannot-start';

/** The PC/SC names of the readers into which somebody put a card when asked to. */
export const LearntReaders = z.strictObject({ citizen: z.string().min(1), operator: z.string().min(1).nullable() });
export type LearntReaders = z.infer<typeof LearntReaders>;

const fileOf = (stationDir: string): string => join(stationDir, 'readers.json');

/** @throws CannotStart when the file is there and is not what this program wrote. */
export async function readLearntReaders(stationDir: string): Promise<LearntReaders | undefined> {
  try {
    return LearntReaders.parse(JSON.parse(await readFile(fileOf(stationDir), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (errorCode(error) === 'EACCES') throw new CannotStart(`${fileOf(stationDir)} is not this user's to read. Run this as the user under whom the station runs.`);
    throw new CannotStart(`${fileOf(stationDir)} cannot be read. Learn the readers again: npm run station -- --learn-readers`);
  }
}

/** Whole or not at all. */
export async function writeLearntReaders(stationDir: string, learnt: LearntReaders): Promise<string> {
  await mkdir(stationDir, { recursive: true, mode: 0o700 });
  const file = fileOf(stationDir);
  await writeFile(`${file}.new`, `${JSON.stringify(learnt, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return file;
}
