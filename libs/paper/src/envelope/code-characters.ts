// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Style } from '../drawing/styles';

/** In em: Roboto Mono is 0.6 wide, and a little air makes characters easier to tell one by one. */
const PITCH = 0.65;
const GAP = 0.26;

/** PIN and PUK are digits; the CIP's alphabet is the body's. The texts of single characters exist once in the program: taking one leaves no trace of a code. */
const CHARACTERS = new Map(Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', (character) => [character.charCodeAt(0), character]));

/** How a code is set: in one piece, or as two halves with a gap that is a margin, not a character. */
export type Grouping = 'whole' | 'halves';

/** The characters of a code with their places, from `left` on, at a size in points. */
export function* charactersOf(code: Uint8Array, grouping: Grouping, left: number, size: number): Generator<{ readonly character: string; readonly x: number }> {
  const half = grouping === 'halves' ? Math.ceil(code.length / 2) : code.length;
  for (const [index, byte] of code.entries()) {
    const character = CHARACTERS.get(byte);
    if (character === undefined) throw new TypeError('A code is made of digits and capitals in ASCII.');
    yield { character, x: left + (index * PITCH + (index < half ? 0 : GAP)) * size };
  }
}

/** The code's style, or a smaller one in which a long code keeps to its width. */
export function styleFor(length: number, style: Style, width: number): Style {
  const needed = (length * PITCH + GAP) * style.size;
  return needed > width ? { ...style, size: (style.size * width) / needed } : style;
}
