// SPDX-License-Identifier: AGPL-3.0-or-later
/** Values of the characters in odd positions (counted from 1): digits 0–9 and letters A–J share the first ten. */
const ODD_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** The sixteenth character of a codice fiscale, from its first fifteen (capital letters and digits). */
export function checkLetterOf(firstFifteen: string): string {
  const sum = Array.from(firstFifteen).reduce((total, character, index) => {
    const value = orderOf(character);
    return total + (index % 2 === 0 ? (ODD_VALUES[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(A + (sum % 26));
}

const A = 'A'.charCodeAt(0);

/** A=0 … Z=25, and a digit is its own value. */
function orderOf(character: string): number {
  return /\d/.test(character) ? Number(character) : character.charCodeAt(0) - A;
}
