// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const RUNNER = join(__dirname, '../../support/pcsc/run-typescript.cjs');

/** By how many bytes per envelope the memory held grew, twice; in a process of its own, without Jest's. */
function growths(each: number, ...args: readonly string[]): readonly number[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--require', RUNNER, join(__dirname, 'render-many.ts'), String(each), ...args], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  if (status !== 0) throw new Error(stderr);
  const after = JSON.parse(stdout) as readonly number[];
  return after.slice(1).map((held, index) => (held - (after[index] ?? 0)) / each);
}

/** What is held for good is held every time; the engine's own housekeeping comes and goes. */
const steady = (growth: readonly number[]): number => Math.min(...growth);
const HALF_A_KILOBYTE = 500;

describe('a thousand envelopes in a row', () => {
  it('leave nothing of themselves in memory', () => {
    expect(steady(growths(1_000))).toBeLessThan(HALF_A_KILOBYTE);
  });

  it('would be seen to, if they did: two kilobytes of each', () => {
    expect(steady(growths(200, 'keep'))).toBeGreaterThan(HALF_A_KILOBYTE);
  });
});
