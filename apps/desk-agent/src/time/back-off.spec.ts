// SPDX-License-Identifier: AGPL-3.0-or-later
import { createBackOff } from './back-off';

describe('a back-off', () => {
  it('doubles its limit up to the longest, and begins again after a success', () => {
    const backOff = createBackOff({ firstMs: 100, longestMs: 350, random: () => 1 });
    expect([backOff.next(), backOff.next(), backOff.next(), backOff.next()]).toEqual([100, 200, 350, 350]);
    backOff.reset();
    expect(backOff.next()).toBe(100);
  });

  it('draws between half of the limit and the whole', () => {
    expect(createBackOff({ firstMs: 100, longestMs: 350, random: () => 0 }).next()).toBe(50);
  });
});
