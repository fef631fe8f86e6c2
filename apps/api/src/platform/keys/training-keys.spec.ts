// SPDX-License-Identifier: AGPL-3.0-or-later
import { generateSigningKeyPair } from '@sportello/seal';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTrainingKeys } from './training-keys';

describe('the keys of the rehearsals that are believed', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sportello-training-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are none without a folder', async () => {
    expect(await readTrainingKeys(undefined)).toEqual([]);
  });

  it('are read as the command that prints them wrote them, and nothing else of the folder is', async () => {
    const [first, second] = [(await generateSigningKeyPair()).publicKey, (await generateSigningKeyPair()).publicKey];
    await writeFile(join(folder, 'b.pub'), `${second}\n`);
    await writeFile(join(folder, 'a.pub'), first);
    await writeFile(join(folder, 'README'), 'notes');
    expect(await readTrainingKeys(folder)).toEqual([first, second]);
  });

  it('stop the start when the folder is away, holds none, or a file is none: a key that is silently missing would refuse good records', async () => {
    await expect(readTrainingKeys(join(folder, 'away'))).rejects.toThrow('TRAINING_KEYS_DIR names a folder that cannot be read.');
    await expect(readTrainingKeys(folder)).rejects.toThrow('holds no key');
    await writeFile(join(folder, 'a.pub'), '-----BEGIN PUBLIC KEY-----');
    await expect(readTrainingKeys(folder)).rejects.toThrow('a.pub holds no P-256 public key');
  });
});
