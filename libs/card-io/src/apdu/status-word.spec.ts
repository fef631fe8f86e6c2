// SPDX-License-Identifier: AGPL-3.0-or-later
import { bytesWaiting, rightLe, triesLeft } from './status-word';

describe('status words that carry a number', () => {
  it('61xx says how many bytes wait, 00 being 256', () => {
    expect([0x6110, 0x6100, 0x9000, 0x6c10].map(bytesWaiting)).toEqual([16, 256, undefined, undefined]);
  });

  it('6Cxx says the right Le, 00 being 256', () => {
    expect([0x6c10, 0x6c00, 0x9000, 0x6110].map(rightLe)).toEqual([16, 256, undefined, undefined]);
  });

  it('63Cx says the tries left, 6300 does not', () => {
    expect([0x63c2, 0x63c0, 0x6300, 0x6983].map(triesLeft)).toEqual([2, 0, undefined, undefined]);
  });
});
