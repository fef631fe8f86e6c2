// SPDX-License-Identifier: AGPL-3.0-or-later
import { createPrivateKey } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSigningKeyPair } from '../signing/sign-bytes';
import { readPrivateKeyFile, writePrivateKeyFile } from './key-file';

describe('a key file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'key-file-'));
    path = join(folder, 'station.pem');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives back the key, and leaves nothing else in the folder', async () => {
    const { privateKey } = await generateSigningKeyPair();
    expect(await writePrivateKeyFile(path, privateKey)).toEqual({ kind: 'written' });
    expect(await readPrivateKeyFile(path)).toEqual({ kind: 'private-key', privateKey });
    expect(await readdir(folder)).toEqual(['station.pem']);
  });

  it('is its user\'s alone, whatever the umask', async () => {
    const before = process.umask(0);
    try {
      await writePrivateKeyFile(path, (await generateSigningKeyPair()).privateKey);
    } finally {
      process.umask(before);
    }
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('is not written over another', async () => {
    const [first, second] = [await generateSigningKeyPair(), await generateSigningKeyPair()];
    await writePrivateKeyFile(path, first.privateKey);
    expect(await writePrivateKeyFile(path, second.privateKey)).toEqual({ kind: 'key-file-exists', path });
    expect(await readPrivateKeyFile(path)).toEqual({ kind: 'private-key', privateKey: first.privateKey });
    expect(await readdir(folder)).toHaveLength(1);
  });

  it.each([
    [0o640, '0640'],
    [0o604, '0604'],
    [0o620, '0620'],
    [0o610, '0610'],
  ])('with mode %o is refused, and the mode told', async (mode, text) => {
    await writePrivateKeyFile(path, (await generateSigningKeyPair()).privateKey);
    await chmod(path, mode);
    expect(await readPrivateKeyFile(path)).toEqual({ kind: 'key-file-open-to-others', path, mode: text });
  });

  it('that is not there is told apart from one that holds no key', async () => {
    expect(await readPrivateKeyFile(path)).toEqual({ kind: 'key-file-absent', path });
    await writeFile(path, 'not a key', { mode: 0o600 });
    expect(await readPrivateKeyFile(path)).toEqual({ kind: 'not-a-private-key', path });
  });

  it('is PEM that other programs read', async () => {
    await writePrivateKeyFile(path, (await generateSigningKeyPair()).privateKey);
    expect((await readFile(path, 'utf8')).startsWith('-----BEGIN PRIVATE KEY-----')).toBe(true);
    expect(createPrivateKey(await readFile(path, 'utf8')).asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  });

  it('is not made of what is no key', async () => {
    await expect(writePrivateKeyFile(path, 'AAAA')).rejects.toThrow('not a P-256 private key');
    expect(await readdir(folder)).toEqual([]);
  });
});
