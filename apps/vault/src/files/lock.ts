// SPDX-License-Identifier: AGPL-3.0-or-later
import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../process/error-code';

const PATIENCE_MS = 5_000;
const LOOK_MS = 10;

/** One process at a time: the vault that serves and the commands of its administrator write the same files. What a process that died left locked is taken over. */
export async function withLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  await take(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<void> {
  for (let waited = 0; waited <= PATIENCE_MS; waited += LOOK_MS) {
    if (await isTaken(path)) return;
    if (await isLeftBehind(path)) await rm(path, { force: true });
    await sleep(LOOK_MS);
  }
  throw new Error('the vault’s files are in use by another process');
}

async function isTaken(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isLeftBehind(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''));
  // Not written yet, or taken away in this moment: the next look tells.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}
