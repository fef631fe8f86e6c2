// SPDX-License-Identifier: AGPL-3.0-or-later
import { BackOff } from './back-off';

describe('backing off', () => {
  it('waits twice as long each time, up to the longest, and begins again after a success', () => {
    const retry = new BackOff({ firstMs: 100, longestMs: 350 });
    expect([retry.next(), retry.next(), retry.next(), retry.next()]).toEqual([100, 200, 350, 350]);
    retry.reset();
    expect(retry.next()).toBe(100);
  });
});
