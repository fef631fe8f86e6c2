// SPDX-License-Identifier: AGPL-3.0-or-later
import { durationOf, realCardTiming } from './card-timing';

const bytes = (length: number): Uint8Array => new Uint8Array(length);

describe('the time that a real card takes', () => {
  it('grows with the bytes of command and response', () => {
    expect(durationOf(realCardTiming, bytes(5), bytes(254))).toBeCloseTo(11.7 + 0.086 * 259);
  });

  it('grows by a block for each 254 bytes begun after the first', () => {
    const timing = { perApduMs: 0, perByteMs: 0, perExtraBlockMs: 66 };
    expect([254, 255, 508, 509].map((length) => durationOf(timing, bytes(5), bytes(length)))).toEqual([0, 66, 66, 132]);
  });
});
