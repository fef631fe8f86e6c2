// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const RUNNER = join(__dirname, '../../../tools/build/from-sources.cjs');

const EACH = 200;
const TIMES = 5;

/** The memory held before and after each of five times two hundred envelopes; in a process of its own, without Jest's. */
function heldAfterEach(...args: readonly string[]): readonly number[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--require', RUNNER, join(__dirname, 'render-many.ts'), String(EACH), String(TIMES), ...args], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly number[];
}

/** Bytes for good per envelope: the middle one of the slopes between any two measures (Theil and Sen), for the engine's own housekeeping is a step now and then, of a megabyte and more, and a leak is a slope. */
function growthPerEnvelope(held: readonly number[]): number {
  const slopes = held.flatMap((later, j) => held.slice(0, j).map((earlier, i) => (later - earlier) / ((j - i) * EACH)));
  return slopes.sort((a, b) => a - b)[Math.floor(slopes.length / 2)] ?? NaN;
}

const HALF_A_KILOBYTE = 500;

describe('a thousand envelopes in a row', () => {
  it('leave nothing of themselves in memory', () => {
    expect(growthPerEnvelope(heldAfterEach())).toBeLessThan(HALF_A_KILOBYTE);
  });

  it('would be seen to, if they did: two kilobytes of each', () => {
    expect(growthPerEnvelope(heldAfterEach('keep'))).toBeGreaterThan(HALF_A_KILOBYTE);
  });
});
