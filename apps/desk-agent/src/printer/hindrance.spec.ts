// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition } from '@sportello/contracts';
import { systemClock } from '../time/clock';
import { Hindrance } from './hindrance';

function isGivenUpAt(condition: PrinterCondition, hasBegun: boolean): boolean {
  const hindrance = new Hindrance({ clock: systemClock, patienceMs: 60_000 });
  hindrance.note(condition, { hasBegun });
  hindrance.end();
  return hindrance.givenUp.aborted;
}

describe('a sheet that may be spoiled', () => {
  it.each([
    ['media-jam', false],
    ['media-jam', true],
    ['door-open', true],
  ] as const)('is not left to a printer that would print its page again: %s, begun: %s', (condition, hasBegun) => {
    expect(isGivenUpAt(condition, hasBegun)).toBe(true);
  });

  it.each([
    ['door-open', false],
    ['media-empty', true],
    ['printing', true],
  ] as const)('is told from one that waits for its printer: %s, begun: %s', (condition, hasBegun) => {
    expect(isGivenUpAt(condition, hasBegun)).toBe(false);
  });
});

describe('a document that waits for its printer', () => {
  const quick = { ...systemClock, sleep: (milliseconds: number, signal?: AbortSignal) => systemClock.sleep(milliseconds / 100, signal) };

  it('is called back once it is not wanted any more', async () => {
    const answers = [true, true, false];
    const hindrance = new Hindrance({ clock: quick, patienceMs: 6_000_000, isStillWanted: async () => answers.shift() ?? false });
    hindrance.note('media-empty', { hasBegun: true });
    await new Promise((resolve) => hindrance.givenUp.addEventListener('abort', resolve));
    hindrance.end();
    expect(answers).toEqual([]);
  });

  it('is not asked about once its printer goes on', async () => {
    let asked = 0;
    const hindrance = new Hindrance({ clock: quick, patienceMs: 6_000_000, isStillWanted: async () => (asked += 1) < 0 });
    hindrance.note('media-empty', { hasBegun: true });
    hindrance.note('printing', { hasBegun: true });
    await systemClock.sleep(100);
    expect([asked, hindrance.givenUp.aborted]).toEqual([0, false]);
  });
});
