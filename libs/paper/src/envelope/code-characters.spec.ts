// SPDX-License-Identifier: AGPL-3.0-or-later
import { STYLES } from '../drawing/styles';
import { charactersOf, styleFor } from './code-characters';

const code = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const gapsOf = (places: readonly { readonly x: number }[]) => places.slice(1).map(({ x }, index) => Number((x - (places[index]?.x ?? 0)).toFixed(2)));

describe('the characters of a code', () => {
  it('stand at one pitch in a code that is never split', () => {
    const places = [...charactersOf(code('40718'), 'whole', 100, 36)];
    expect(places.map(({ character }) => character)).toEqual(['4', '0', '7', '1', '8']);
    expect(places[0]?.x).toBe(100);
    expect(new Set(gapsOf(places)).size).toBe(1);
  });

  it('have one wider gap, in the middle, in a code of two halves', () => {
    const gaps = gapsOf([...charactersOf(code('58302946'), 'halves', 0, 36)]);
    expect(gaps.indexOf(Math.max(...gaps))).toBe(3);
    expect(gaps.filter((gap) => gap === Math.min(...gaps))).toHaveLength(6);
  });

  it('give the first half the odd one', () => {
    const gaps = gapsOf([...charactersOf(code('1234567'), 'halves', 0, 36)]);
    expect(gaps.indexOf(Math.max(...gaps))).toBe(3);
  });

  it('may be capitals, where a body’s CIP has them', () => {
    expect([...charactersOf(code('K7P4'), 'whole', 0, 36)].map(({ character }) => character)).toEqual(['K', '7', 'P', '4']);
  });

  it.each(['/', ':', '@', '[', 'a', 'é', ' ', '\u0000'])('are nothing else: %j', (other) => {
    expect(() => [...charactersOf(code(`12${other}45`), 'whole', 0, 36)]).toThrow('A code is made of digits and capitals in ASCII.');
  });

  it('are set smaller only where a code is too long for its line', () => {
    expect(styleFor(10, STYLES.code, 400).size).toBe(36);
    const { size } = styleFor(20, STYLES.code, 400);
    expect([...charactersOf(code('1'.repeat(20)), 'halves', 0, size)].at(-1)?.x).toBeLessThan(400);
  });
});
