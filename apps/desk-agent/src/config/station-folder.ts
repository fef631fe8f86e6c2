// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '../log/error-code';
import { CannotStart } from './cannot-start';

export interface StationFolder {
  readonly path: string;
  /** Lets another station have it. */
  release(): Promise<void>;
}

/**
 * The folder with the station's keys and its journal: its user's alone, and one process' at a time (two would number their requests alike).
 *
 * @throws CannotStart
 */
export async function openStationFolder(path: string): Promise<StationFolder> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new CannotStart(`The station's folder ${path} may be entered by others: it holds the station's keys. Give it mode 0700.`);
    }
    const lock = join(path, 'in-use');
    await take(lock);
    return { path, release: () => rm(lock, { force: true }) };
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`The station's folder ${path} cannot be used by this user (${errorCode(error)}).`);
  }
}

/** Who holds the folder: a process of this start of the computer. */
async function take(lock: string): Promise<void> {
  const holder = await readHolder(lock);
  if (holder && isAlive(holder)) throw new CannotStart(`Another station (process ${holder.pid}) already uses this STATION_DIR.`);
  await rm(lock, { force: true });
  const file = await open(lock, 'wx', 0o600);
  try {
    await file.writeFile(`${process.pid} ${startOfComputer()}`);
  } finally {
    await file.close();
  }
}

interface Holder {
  readonly pid: number;
  readonly computerStartedAt: number;
}

async function readHolder(lock: string): Promise<Holder | undefined> {
  const text = await readFile(lock, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  const [pid, computerStartedAt] = text.split(' ').map(Number);
  return pid && computerStartedAt ? { pid, computerStartedAt } : undefined;
}

/** Clocks are set while a computer runs; a restart takes longer than that. */
const startTolerance = 10;

/** A lock that a power cut left behind names a process number that may long be another program's. */
function isAlive({ pid, computerStartedAt }: Holder): boolean {
  if (pid === process.pid || Math.abs(computerStartedAt - startOfComputer()) > startTolerance) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** In seconds. */
function startOfComputer(): number {
  return Math.round(Date.now() / 1000 - uptime());
}
