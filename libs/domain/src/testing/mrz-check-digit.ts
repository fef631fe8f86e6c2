// SPDX-License-Identifier: AGPL-3.0-or-later
const WEIGHTS = [7, 3, 1];

/** The check digit of a run of a machine-readable zone (ICAO 9303-3 §4.9): digits as they are, A=10 … Z=35, filler 0. */
export function mrzCheckDigitOf(characters: string): string {
  const sum = Array.from(characters).reduce((total, character, index) => total + valueOf(character) * (WEIGHTS[index % 3] ?? 0), 0);
  return String(sum % 10);
}

function valueOf(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36);
}
