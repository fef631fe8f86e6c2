// SPDX-License-Identifier: AGPL-3.0-or-later
import { accepted, refused } from '../testing/outcomes';
import { CARD_STATES, CARD_TRANSITIONS, moveCard } from './card-states';

describe('a card', () => {
  it('becomes active once, and then revoked', () => {
    expect(accepted(moveCard('inactive', 'active')).to).toBe('active');
    expect(accepted(moveCard('active', 'revoked')).to).toBe('revoked');
  });

  it('is never active again once it is revoked, expired or replaced', () => {
    for (const end of ['revoked', 'expired', 'replaced'] as const) {
      for (const to of CARD_STATES) {
        expect(refused(moveCard(end, to))).toEqual({ kind: 'forbidden-card-transition', from: end, to, allowed: [] });
      }
    }
  });

  it('is suspended and taken up again only where suspension is switched on', () => {
    expect(refused(moveCard('active', 'suspended')).allowed).toEqual(['revoked', 'expired', 'replaced']);
    expect(refused(moveCard('suspended', 'active')).allowed).not.toContain('active');
    expect(moveCard('active', 'suspended', { isSuspensionOn: true }).ok).toBe(true);
    expect(moveCard('suspended', 'active', { isSuspensionOn: true }).ok).toBe(true);
  });

  it('of unknown state is whatever a source then tells', () => {
    expect(refused(moveCard('unknown', 'unknown')).allowed).toEqual(['inactive', 'active', 'revoked', 'expired', 'replaced']);
  });

  it('does not move by staying', () => {
    expect(CARD_TRANSITIONS.filter(({ from, to }) => from === to)).toEqual([]);
  });
});
