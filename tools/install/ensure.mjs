// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Makes a clone runnable: installs what the lock file says, and goes on in the runtime that the lock file brings.
 * Runs on whatever Node the machine has (20 or later) and needs no package, since it is what installs them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST_RUNTIME = { major: 24, minor: 15 };
const stamp = join(root, 'node_modules', '.sportello-installed');

/** Says on stderr what is being done: stdout belongs to the commands' results. */
export function say(/** @type {string} */ line) {
  process.stderr.write(`${line}\n`);
}

/** One clear sentence, and the end. @param {string} sentence @returns {never} */
export function fail(sentence) {
  say(sentence);
  process.exit(1);
}

export function lockDigest() {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** `npm ci`, unless the very lock file is installed already. Returns true when something was installed. */
export function ensureInstalled() {
  const wanted = lockDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  say('Installing the packages of the lock file (a few minutes the first time) …');
  const headers = join(root, 'node_modules', `node-${process.platform}-${process.arch}`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    // Native addons are compiled for the runtime of the lock file, not for the Node that runs npm; that package carries its headers.
    env: { ...process.env, ...(process.platform === 'linux' ? { npm_config_nodedir: headers } : {}) },
  });
  if (error) fail(`npm could not be started (${error.message}). Install Node.js with npm and try again.`);
  if (status !== 0) fail('The packages could not be installed: npm says why above. Check the network and the disk, then run the same command again.');
  writeFileSync(stamp, wanted);
  return true;
}

/**
 * Runs this very command again in the runtime from the lock file when the current one is too old for the product, and ends with it.
 * Resolves only when the current runtime will do.
 */
export async function continueInOwnRuntime() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isRecent = major > OLDEST_RUNTIME.major || (major === OLDEST_RUNTIME.major && minor >= OLDEST_RUNTIME.minor);
  if (isRecent) return;
  const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) {
    fail(`Node ${process.versions.node} is too old and no newer one came with the packages for ${process.platform}-${process.arch}. Install Node ${OLDEST_RUNTIME.major}.${OLDEST_RUNTIME.minor} or later.`);
  }
  const again = spawn(node, process.argv.slice(1), { stdio: 'inherit', env: ownPath() });
  // Ctrl-C reaches both of us; the other signals only this process, so they are passed on.
  process.on('SIGINT', () => undefined);
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => again.kill(signal));
  onOrphaned(() => again.kill('SIGTERM'));
  const code = await new Promise((resolve) => again.once('exit', (status) => resolve(status ?? 1)));
  process.exit(code);
}

/** Calls once when the process that started us is gone: npm does not pass signals on, and nothing else tells. @param {() => void} act */
export function onOrphaned(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 1_000);
  watch.unref();
}

/** The environment in which tools of the workspace are found first. */
export function ownPath() {
  return { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` };
}

/** The start of every command. */
export async function ready() {
  ensureInstalled();
  await continueInOwnRuntime();
}
