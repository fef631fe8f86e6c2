// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition } from '@sportello/contracts';
import { systemClock } from '../time/clock';
import { Hindrance } from './hindrance';

function isGivenUpAt(condition: PrinterCondition, hasBegun: boolean): boolean {
  const hindrance = new Hindrance(systemClock, 60_000);
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
