// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartRefused } from '../../config/environment';
import { openBreachedPasswords } from './breached-passwords';
import { SortedHashes } from './sorted-hashes';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase();

describe('the list of published passwords', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'breached-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('that comes along knows those that are tried first, in capitals too, and is small', async () => {
    const breached = await openBreachedPasswords(undefined);
    for (const password of ['1q2w3e4r5t6y', 'Qwerty123456', 'SONYERICSSON']) expect(await breached.has(password)).toBe(true);
    for (const password of ['tramonto sul mare', 'una parola lunga']) expect(await breached.has(password)).toBe(false);
    expect((await stat(join(__dirname, 'breached-passwords.sha1'))).size).toBeLessThan(500_000);
  });

  it('that comes along is in order, each line once', async () => {
    const lines = (await readFile(join(__dirname, 'breached-passwords.sha1'), 'utf8')).trimEnd().split('\n');
    expect(lines).toEqual([...new Set(lines)].sort());
    expect(lines.every((line) => /^[0-9A-F]{10}$/.test(line))).toBe(true);
  });

  it('may be another besides, in the form of Have I Been Pwned’s download', async () => {
    const file = join(folder, 'pwned.txt');
    const lines = Array.from({ length: 500 }, (_, index) => `${sha1(`frase segreta ${index}`)}:${index + 1}`).sort();
    await writeFile(file, `${lines.join('\r\n')}\r\n`);
    const breached = await openBreachedPasswords(file);
    expect(await breached.has('frase segreta 7')).toBe(true);
    expect(await breached.has('frase segreta 700')).toBe(false);
    expect(await breached.has('1q2w3e4r5t6y')).toBe(true);
  });

  it('is refused at the start when it is none, without what is in it', async () => {
    const file = join(folder, 'words.txt');
    await writeFile(file, 'una parola\n');
    for (const path of [file, join(folder, 'absent')]) await expect(openBreachedPasswords(path)).rejects.toThrow(StartRefused);
    await expect(openBreachedPasswords(file)).rejects.not.toThrow(/parola|words/);
  });

  it('finds every line of a file, whatever their lengths, and nothing between them', async () => {
    const file = join(folder, 'lines');
    const all = Array.from({ length: 200 }, (_, index) => sha1(String(index))).sort();
    const kept = all.filter((_, index) => index % 2 === 0);
    await writeFile(file, kept.map((hash, index) => (index % 3 === 0 ? `${hash}:${index}` : hash.slice(0, 12 + (index % 28)))).join('\n'));
    const hashes = await SortedHashes.open(file);
    for (const hash of all) expect([hash, await hashes?.has(hash)]).toEqual([hash, kept.includes(hash)]);
    await hashes?.close();
  });
});
