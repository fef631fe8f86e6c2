// SPDX-License-Identifier: AGPL-3.0-or-later
/** The programs of the stack as child processes: started until they say that they are ready, stopped in the reverse order. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../install/ensure.mjs';

const STOP_PATIENCE_MS = 8_000;

/**
 * @typedef {{ name: string, ready: Record<string, any>, stop: () => Promise<void>, ended: Promise<number | null>, pid: number | undefined }} Running
 *
 * Starts `node SCRIPT ARGS` in a process group of its own (so that Ctrl-C reaches only us) with an IPC channel (so that it ends when we do,
 * however we end). Its log goes to `logDir/name.log`. Resolves with its ready line; rejects with the sentence that it left on stderr.
 * @param {{ name: string, script: string, args?: readonly string[], env?: Record<string, string>, logDir: string, cwd?: string }} program
 * @returns {Promise<Running>}
 */
export function start({ name, script, args = [], env = {}, logDir, cwd = root }) {
  const log = createWriteStream(join(logDir, `${name}.log`), { flags: 'a', mode: 0o600 });
  const child = spawn(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
  /** @type {string[]} */
  const complaints = [];
  child.stdout?.pipe(log, { end: false });
  child.stderr?.on('data', (chunk) => {
    log.write(chunk);
    complaints.push(String(chunk));
  });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve) => child.once('exit', (code) => { log.end(); resolve(code); }));

  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(impatience);
  };

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const message = readyMessage(line);
        if (message) resolve({ name, ready: message, stop, ended, pid: child.pid });
      });
    }
    void ended.then((code) => reject(new Error(complaints.join('').trim().split('\n').slice(-3).join('\n') || `${name} ended at once (${code}).`)));
  });
}

/** Runs a program to its end and gives back what it wrote; its log keeps only what it complained of, since the output may hold passwords. @param {{ name: string, script: string, args?: readonly string[], env?: Record<string, string>, logDir: string }} program */
export async function run({ name, script, args = [], env = {}, logDir }) {
  const log = createWriteStream(join(logDir, `${name}.log`), { flags: 'a', mode: 0o600 });
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaint = '';
  child.stdout.on('data', (chunk) => { output += chunk; });
  child.stderr.on('data', (chunk) => { complaint += chunk; log.write(chunk); });
  const code = await new Promise((resolve, reject) => { child.once('error', reject); child.once('close', resolve); });
  log.end();
  if (code !== 0) throw new Error(complaint.trim().split('\n').slice(-3).join('\n') || `${name} failed (${code}).`);
  return output;
}

/** @param {string} line @returns {Record<string, any> | null} */
function readyMessage(line) {
  if (!line.startsWith('{')) return null;
  try {
    const message = JSON.parse(line);
    return message.msg === 'ready' ? message : null;
  } catch {
    return null;
  }
}
