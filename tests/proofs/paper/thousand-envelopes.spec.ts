// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const RUNNER = join(__dirname, '../../support/pcsc/run-typescript.cjs');

/** By how much the memory held grew in each thousand after the first, in bytes; a process of its own, without Jest's. */
function growths(...args: readonly string[]): readonly number[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--require', RUNNER, join(__dirname, 'render-many.ts'), ...args], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  if (status !== 0) throw new Error(stderr);
  const after = JSON.parse(stdout) as readonly number[];
  return after.slice(1).map((held, index) => held - (after[index] ?? 0));
}

/** What is held for good is held in every thousand; the engine's own housekeeping comes and goes. */
const steady = (each: readonly number[]): number => Math.min(...each);
const halfAKilobyteEach = 500 * 1_000;

describe('a thousand envelopes in a row', () => {
  it('leave nothing of themselves in memory', () => {
    expect(steady(growths())).toBeLessThan(halfAKilobyteEach);
  });

  it('would be seen to, if they did: two kilobytes of each', () => {
    expect(steady(growths('keep'))).toBeGreaterThan(halfAKilobyteEach);
  });
});
