// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { filesIn } from './files';
import type { Sample } from './sample';

const PATIENCE_MS = 20_000;
const isCore = (name: string): boolean => /^core(\.\d+)?$/.test(name);

/** Why a process that crashes leaves no file here that could be looked at; undefined when it does (core(5)). */
export async function whyNoCoreDumps(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'core dumps are looked at on Linux only';
  if (!existsSync('/usr/bin/prlimit')) return 'install util-linux';
  const pattern = (await readFile('/proc/sys/kernel/core_pattern', 'utf8')).trim();
  return pattern === 'core' ? undefined : 'this system gives core dumps to a program, or another folder (kernel.core_pattern)';
}

/** The system may make a picture of this process, and of those that it starts from now on, when they crash. */
export async function allowCoreDumps(pid: number): Promise<void> {
  await promisify(execFile)('prlimit', ['--pid', String(pid), '--core=unlimited:unlimited']);
}

/** Resolves when the process is gone: a picture of it is made before that. */
export async function crash(pid: number): Promise<void> {
  process.kill(pid, 'SIGABRT');
  const deadline = performance.now() + PATIENCE_MS;
  while (isAlive(pid) && performance.now() < deadline) await sleep(20);
}

/** Where the system makes pictures of what crashes and there is none, that is seen too. */
export async function* coreDumpsIn(folder: string): AsyncGenerator<Sample> {
  if ((await whyNoCoreDumps()) !== undefined) return;
  yield { kind: 'core dumps', part: 'names of files', bytes: Buffer.from((await readdir(folder)).join('\n')) };
  yield* filesIn('core dumps', folder, isCore);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
