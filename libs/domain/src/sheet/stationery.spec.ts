// SPDX-License-Identifier: AGPL-3.0-or-later
import { blindingOf, isBlind, STATIONERIES } from './stationery';

describe('stationery', () => {
  it('is blind by a label over the codes, or by a printer that seals', () => {
    expect(STATIONERIES.filter(isBlind).map((stationery) => [stationery, blindingOf(stationery)])).toEqual([
      ['scratch-label-mailer', 'scratch-label'],
      ['peel-label-mailer', 'peel-label'],
      ['sealed-in-line', 'sealing-printer'],
    ]);
  });

  it('is not blind as plain paper, nor when a hand puts that into a window envelope', () => {
    expect(isBlind('plain-paper')).toBe(false);
    expect(isBlind('window-envelope')).toBe(false);
  });
});
