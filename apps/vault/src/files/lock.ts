// SPDX-License-Identifier: AGPL-3.0-or-later
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../process/error-code';

const PATIENCE_MS = 5_000;
const LOOK_MS = 10;
const OLD_MS = 2_000;

/** Within this process those who want the same lock wait for one another, so that only one of them looks at the file. */
const turns = new Map<string, Promise<unknown>>();

/** One process at a time: the vault that serves and the commands of its administrator write the same files. What a process that died left locked is taken over. */
export function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const before = turns.get(path) ?? Promise.resolve();
  const turn = before.then(() => locked(path, work));
  turns.set(path, turn.catch(() => undefined));
  return turn;
}

async function locked<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  await take(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  const own = `${path}.${process.pid}`;
  await writeFile(own, String(process.pid), { mode: 0o600 });
  try {
    for (let waited = 0; waited <= PATIENCE_MS; waited += LOOK_MS) {
      if (await isTaken(own, path)) return;
      if (await isLeftBehind(path)) await rm(path, { force: true });
      await sleep(LOOK_MS);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw new Error('the vault’s files are in use by another process');
}

/** A second name for a file that is written already: a lock that is cut short by a crash tells all the same whose it was. */
async function isTaken(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isLeftBehind(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  // Taken away in this moment: the next look tells.
  if (text === undefined) return false;
  const pid = Number(text);
  if (!Number.isInteger(pid) || pid <= 0) return true;
  // The first process of every container has the same number: it may be an earlier one's, or that of one which runs beside this one.
  if (pid === process.pid) return isOld(path);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}

/** Older than any work under it takes. */
async function isOld(path: string): Promise<boolean> {
  const since = await stat(path).then(({ ctimeMs }) => ctimeMs, () => Date.now());
  return Date.now() - since > OLD_MS;
}
