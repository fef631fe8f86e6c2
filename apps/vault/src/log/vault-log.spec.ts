// SPDX-License-Identifier: AGPL-3.0-or-later
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { headOf, VaultLog } from './vault-log';

describe('the vault’s log', () => {
  let folder: { readonly path: string; readonly log: string; readonly lock: string };
  let log: VaultLog;
  beforeEach(async () => {
    const path = await mkdtemp(join(tmpdir(), 'vault-log-'));
    folder = { path, log: join(path, 'log.ndjson'), lock: join(path, 'in-use') };
    log = new VaultLog(folder, () => new Date('2026-11-24T09:00:00Z'));
    await log.append('started', { version: 1 });
    await log.append('approved', { person: 'bini' });
    await log.append('rewrapped', { first: 'bini', second: 'sarti' });
  });
  afterEach(() => rm(folder.path, { recursive: true }));

  const rewritten = async (change: (lines: string[]) => readonly string[]): Promise<void> => {
    const lines = (await readFile(folder.log, 'utf8')).split('\n').filter(Boolean);
    await writeFile(folder.log, change(lines).map((line) => `${line}\n`).join(''));
  };

  it('binds each entry to the one before, and tells its head', async () => {
    const entries = await log.entries();
    expect(entries.map(({ entry, act }) => [entry, act])).toEqual([[1, 'started'], [2, 'approved'], [3, 'rewrapped']]);
    expect(entries[2]!.previous).toBe(entries[1]!.hash);
    expect(headOf(entries)).toEqual({ entry: 3, hash: entries[2]!.hash });
  });

  it.each<[string, (lines: string[]) => readonly string[]]>([
    ['an entry that was changed', ([one = '', two = '', three = '']) => [one, two.replace('bini', 'sarti'), three]],
    ['an entry that was taken out', ([one = '', , three = '']) => [one, three]],
    ['two that were exchanged', ([one = '', two = '', three = '']) => [two, one, three]],
    ['a line that is none', ([one = '', two = '']) => [one, two, 'not an entry']],
  ])('is refused with %s', async (_, change) => {
    await rewritten(change);
    await expect(log.entries()).rejects.toThrow('The vault\'s log was changed');
    await expect(log.append('started')).rejects.toThrow('The vault\'s log was changed');
  });

  it('takes away an entry that a power cut left half written, says so, and goes on', async () => {
    await appendFile(folder.log, '{"entry":4,"at":"2026');
    await log.append('started');
    expect((await log.entries()).map(({ act }) => act)).toEqual(['started', 'approved', 'rewrapped', 'torn-line-removed', 'started']);
  });

  it('keeps its order when several write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => new VaultLog(folder, () => new Date()).append('approved', { index })));
    expect((await log.entries()).map(({ entry }) => entry)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
  });

  it.each([
    // No process has this number: Linux gives none above 4194304.
    ['when it died', '4194999'],
    ['when it died, and this one has its number now', String(process.pid)],
    ['without a word', ''],
  ])('is not held up by a lock that a process left behind %s', async (_, text) => {
    await writeFile(folder.lock, text);
    await expect(log.append('started')).resolves.toMatchObject({ entry: 4 });
    expect((await readdir(folder.path)).toSorted()).toEqual(['log.ndjson']);
  });

  it('waits for a process that holds the lock', async () => {
    // The one that runs these tests lives.
    await writeFile(folder.lock, String(process.ppid));
    const appended = log.append('started');
    await sleep(100);
    expect((await readFile(folder.log, 'utf8')).split('\n').filter(Boolean)).toHaveLength(3);
    await rm(folder.lock);
    await expect(appended).resolves.toMatchObject({ entry: 4 });
  });
});
