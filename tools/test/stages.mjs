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

/** @type {Record<string, () => Promise<Count>>} */
export const STAGES = {
  lint: async () => sum([await check('nx', ['graph', '--file=.nx/graph.json']), await check('eslint', ['.', '--max-warnings=0']), await check('depcruise', ['libs', 'apps', 'migrations', '--output-type', 'err'])]),
  types: async () => sum([await check('tsc', ['-p', 'tsconfig.json']), await check('tsc', ['-p', 'tools/tsconfig.json']), await check('tsc', ['-p', 'apps/rehearsal/tsconfig.page.json']), await check('tsc', ['-p', 'apps/api/tsconfig.worker.json']), await check('ngc', ['-p', 'apps/desk-ui/tsconfig.app.json', '--noEmit']), await check('tsc', ['-p', 'apps/desk-ui/tsconfig.json'])]),
  // More than there are cores: the suites with real peers wait for a card, a printer or a program most of their time.
  unit: () => jest(['-c', 'jest.config.cjs', '--maxWorkers=4'], root, { NODE_OPTIONS: VM_MODULES }),
  page: () => jest([], join(root, 'apps', 'desk-ui'), {}),
  browser,
};

/** @param {string} command @param {readonly string[]} args @param {{ cwd?: string, env?: Record<string, string> }} [options] @returns {Promise<number>} */
function run(command, args, { cwd = root, env = {} } = {}) {
  const child = spawn(command, args, { cwd, env: { ...ownPath(), NX_DAEMON: 'false', ...env }, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** One check, one point. @param {string} command @param {readonly string[]} args @returns {Promise<Count>} */
async function check(command, args) {
  const isFine = (await run(command, args)) === 0;
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0 };
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

/** @param {readonly Count[]} counts @returns {Count} */
function sum(counts) {
  return counts.reduce((all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed, skipped: all.skipped + one.skipped }), { passed: 0, failed: 0, skipped: 0 });
}
