// SPDX-License-Identifier: AGPL-3.0-or-later
/** The stages of `npm test`: each runs a tool of the field and counts what it says. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownPath, root } from '../install/ensure.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const VM_MODULES = '--experimental-vm-modules --no-warnings=ExperimentalWarning';

/**
 * Rows one after the other, the stages of a row at the same time: what only reckons shares the processors; what waits for a card, a printer or a page has them for itself.
 * @type {readonly Record<string, () => Promise<Count>>[]}
 */
export const ROWS = [
  {
    lint: () => checks([['eslint', '.', '--max-warnings=0'], ['depcruise', 'libs', 'apps', 'migrations', '--output-type', 'err'], ['nx', 'graph', '--file=.nx/graph.json']]),
    types: () => checks([['tsc', '-p', 'tsconfig.json'], ['ngc', '-p', 'apps/desk-ui/tsconfig.app.json', '--noEmit'], ['tsc', '-p', 'apps/desk-ui/tsconfig.json'], ['tsc', '-p', 'tools/tsconfig.json'], ['tsc', '-p', 'apps/rehearsal/tsconfig.page.json'], ['tsc', '-p', 'apps/api/tsconfig.worker.json']]),
    page: () => jest([], join(root, 'apps', 'desk-ui'), {}),
  },
  // More than there are cores: the suites with real peers wait for a card, a printer or a program most of their time.
  { unit: () => jest(['-c', 'jest.config.cjs', '--maxWorkers=4'], root, { NODE_OPTIONS: VM_MODULES }) },
  { browser },
];

/** @param {string} command @param {readonly string[]} args @param {{ cwd?: string, env?: Record<string, string> }} [options] @returns {Promise<number>} */
function run(command, args, options = {}) {
  return exitOf(begin(command, args, { ...options, output: 2 }));
}

/** @param {string} command @param {readonly string[]} args @param {{ cwd?: string, env?: Record<string, string>, output: 2 | 'pipe' }} options */
function begin(command, args, { cwd = root, env = {}, output }) {
  return spawn(command, args, { cwd, env: { ...ownPath(), NX_DAEMON: 'false', ...env }, stdio: ['ignore', output, output], shell: process.platform === 'win32' });
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function exitOf(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** One point each; two at a time, the longest first. What one says comes in one piece, when it has ended. @param {readonly (readonly [string, ...string[]])[]} all @returns {Promise<Count>} */
async function checks(all) {
  const waiting = [...all];
  const total = { passed: 0, failed: 0, skipped: 0 };
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [command, ...args] = next;
      const child = begin(command, args, { output: 'pipe' });
      /** @type {Buffer[]} */
      const said = [];
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk));
      const isFine = (await exitOf(child)) === 0;
      total[isFine ? 'passed' : 'failed'] += 1;
      process.stderr.write(`${isFine ? '✔' : '✘'} ${next.join(' ')}\n`);
      process.stderr.write(Buffer.concat(said));
    }
  };
  await Promise.all([work(), work()]);
  return total;
}

/** @param {readonly string[]} args @param {string} cwd @param {Record<string, string>} env @returns {Promise<Count>} */
function jest(args, cwd, env) {
  return withReport(async (report) => {
    const code = await run('jest', [...args, '--json', `--outputFile=${report}`], { cwd, env });
    const counted = await read(report);
    if (!counted) return { passed: 0, failed: 1, skipped: 0 };
    const failed = counted.numFailedTests + counted.numRuntimeErrorTestSuites;
    return { passed: counted.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: counted.numPendingTests + counted.numTodoTests };
  });
}

/** @returns {Promise<Count>} */
function browser() {
  return withReport(async (report) => {
    const code = await run('playwright', ['test', '-c', 'tests/browser/playwright.config.ts'], { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
    const counted = await read(report);
    if (!counted) return { passed: 0, failed: 1, skipped: 0 };
    const { expected, unexpected, flaky, skipped } = counted.stats;
    const failed = unexpected + flaky;
    return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
  });
}

/** @template T @param {(report: string) => Promise<T>} act @returns {Promise<T>} */
async function withReport(act) {
  const folder = await mkdtemp(join(tmpdir(), 'sportello-report-'));
  try {
    return await act(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @returns {Promise<any>} */
async function read(file) {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : null;
}
