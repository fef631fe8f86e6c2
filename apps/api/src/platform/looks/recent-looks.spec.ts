// SPDX-License-Identifier: AGPL-3.0-or-later
import { RecentLooks, SAME_LOOK_MS } from './recent-looks';

const T0 = Date.parse('2026-11-28T09:00:00Z');
const after = (ms: number): Date => new Date(T0 + ms);

describe('the looks of a moment ago', () => {
  it('are the same look within the window, counted from the row and not from the last look', () => {
    const looks = new RecentLooks();
    expect(looks.has('one', after(0))).toBe(false);
    looks.note('one', after(0));
    expect(looks.has('one', after(SAME_LOOK_MS - 1))).toBe(true);
    expect(looks.has('other', after(0))).toBe(false);
    expect(looks.has('one', after(SAME_LOOK_MS))).toBe(false);
  });

  it('are told once more when the clock was set back', () => {
    const looks = new RecentLooks();
    looks.note('one', after(0));
    expect(looks.has('one', after(-1))).toBe(false);
  });

  it('are bounded: the one that was told longest ago is forgotten first', () => {
    const looks = new RecentLooks(2);
    looks.note('one', after(0));
    looks.note('two', after(1));
    looks.note('one', after(2));
    looks.note('three', after(3));
    expect(['one', 'two', 'three'].map((look) => looks.has(look, after(4)))).toEqual([true, false, true]);
  });
});
