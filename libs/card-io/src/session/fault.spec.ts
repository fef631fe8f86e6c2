// SPDX-License-Identifier: AGPL-3.0-or-later
import { isCardFault } from './fault';

describe('telling a fault from an outcome', () => {
  it.each(['outcome-unknown', 'mute', 'session-over', 'removed', 'sharing-violation', 'no-service', 'no-reader'])('%s is a fault', (kind) => {
    expect(isCardFault({ kind })).toBe(true);
  });

  it.each(['read', 'written', 'refused', 'unreadable', 'wrong-code'])('%s is none', (kind) => {
    expect(isCardFault({ kind })).toBe(false);
  });
});
