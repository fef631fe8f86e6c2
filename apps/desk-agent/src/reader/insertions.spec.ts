// SPDX-License-Identifier: AGPL-3.0-or-later
import { Insertions } from './insertions';

describe('an insertion', () => {
  it('is a card in a reader that was seen empty before', () => {
    const insertions = new Insertions();
    const slot = (reader: string, hasCard: boolean): string | undefined => insertions.hear({ type: 'slot', reader, hasCard });
    expect(insertions.hear({ type: 'readers', names: ['Left', 'Right'] })).toBeUndefined();
    expect([slot('Left', true), slot('Right', false)]).toEqual([undefined, undefined]);
    expect([slot('Right', true), slot('Left', false), slot('Left', true)]).toEqual(['Right', undefined, 'Left']);
  });

  it('is waited for once every reader was looked into, also one that cannot be', () => {
    const insertions = new Insertions();
    const names = ['Left', 'Right'];
    expect(insertions.know(names)).toBe(false);
    insertions.hear({ type: 'slot', reader: 'Left', hasCard: false });
    expect(insertions.know(names)).toBe(false);
    expect(insertions.hear({ type: 'slot', reader: 'Right', hasCard: null })).toBeUndefined();
    expect(insertions.know(names)).toBe(true);
  });
});
