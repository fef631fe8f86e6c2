// SPDX-License-Identifier: AGPL-3.0-or-later
import { STYLES } from '../drawing/styles';

/** Roboto Mono: every digit is 0.6 em wide; a little air between makes digits easier to tell one by one. */
const PITCH = STYLES.code.size * 0.65;
const GAP = STYLES.code.size * 0.26;

/** The texts of single digits exist once in the program: reading them leaves no trace of a code. */
const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** How a code is set: in one piece, or as two halves with a gap that is a margin, not a character. */
export type Grouping = 'whole' | 'halves';

/** The digits of a code with their places, from `left` on. */
export function* digitsOf(code: Uint8Array, grouping: Grouping, left: number): Generator<{ readonly character: string; readonly x: number }> {
  const half = grouping === 'halves' ? Math.ceil(code.length / 2) : code.length;
  for (const [index, byte] of code.entries()) {
    const character = DIGITS[byte - 0x30];
    if (character === undefined) throw new TypeError('A code is made of ASCII digits.');
    yield { character, x: left + index * PITCH + (index < half ? 0 : GAP) };
  }
}
