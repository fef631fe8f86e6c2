// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '../../config/environment';
import type { Randomness } from '../ports/randomness';
import { readSecretKeyFile, writeSecretKeyFile } from './secret-key-file';

/** The keys that wrap the keys of files, by version: new files are wrapped under the highest, older ones open under theirs. */
export interface EvidenceKeys {
  readonly current: number;
  readonly versions: ReadonlyMap<number, Uint8Array>;
}

const FILE_NAME = /^evidence-([1-9]\d{0,5})\.key$/;
const fileOf = (version: number): string => `evidence-${version}.key`;

/** @throws StartRefused when there is none, or one cannot be read as it has to be. */
export async function readEvidenceKeys(folder: string): Promise<EvidenceKeys> {
  const found = await versionsIn(folder);
  const current = found.at(-1);
  if (current === undefined) throw new StartRefused(`The key file ${join(folder, fileOf(1))} is missing: make the API's keys with the command "keys".`);
  const versions = await Promise.all(found.map(async (version) => [version, await readSecretKeyFile(join(folder, fileOf(version)))] as const));
  return { current, versions: new Map(versions) };
}

/** The first version, where there is none yet. Answers the file's name when it was made. */
export async function makeFirstEvidenceKey(folder: string, randomness: Randomness): Promise<string | undefined> {
  return (await versionsIn(folder)).length === 0 ? writeVersion(folder, 1, randomness) : undefined;
}

/** One version more, which copies of the API use once they have it and have started anew. */
export async function makeNextEvidenceKey(folder: string, randomness: Randomness): Promise<string | undefined> {
  return writeVersion(folder, ((await versionsIn(folder)).at(-1) ?? 0) + 1, randomness);
}

async function writeVersion(folder: string, version: number, randomness: Randomness): Promise<string | undefined> {
  return (await writeSecretKeyFile(join(folder, fileOf(version)), randomness)) ? fileOf(version) : undefined;
}

/** In order. */
async function versionsIn(folder: string): Promise<readonly number[]> {
  const versions = (await readdir(folder)).flatMap((name) => FILE_NAME.exec(name)?.[1] ?? []);
  return versions.map(Number).sort((one, other) => one - other);
}
