// SPDX-License-Identifier: AGPL-3.0-or-later
import { isPublicKey } from '@sportello/seal';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '../../config/environment';

/**
 * The public keys of the rehearsals whose records of drills are believed, each a file as the command `public-key` writes it there; none without a folder.
 *
 * @throws StartRefused when the folder cannot be read, holds no key, or a file that is none.
 */
export async function readTrainingKeys(folder: string | undefined): Promise<readonly string[]> {
  if (folder === undefined) return [];
  const names = await readdir(folder).catch(() => {
    throw new StartRefused('TRAINING_KEYS_DIR names a folder that cannot be read.');
  });
  const files = names.filter((name) => name.endsWith('.pub')).sort();
  if (files.length === 0) throw new StartRefused('The folder named by TRAINING_KEYS_DIR holds no key (*.pub): write one at the rehearsal with the command "public-key".');
  return Promise.all(files.map((name) => keyIn(join(folder, name))));
}

async function keyIn(path: string): Promise<string> {
  const key = (await readFile(path, 'utf8')).trim();
  if (!isPublicKey(key)) throw new StartRefused(`The file ${path} holds no P-256 public key as the command "public-key" writes it.`);
  return key;
}
