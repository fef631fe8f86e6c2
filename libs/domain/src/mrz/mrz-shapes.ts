// SPDX-License-Identifier: AGPL-3.0-or-later
/** How many lines of how many characters: ICAO 9303-5 (TD1), 9303-6 (TD2, and the French card of before 2021), 9303-4 (TD3). */
export interface MrzShape {
  readonly lines: number;
  readonly length: number;
}

export const MRZ_SHAPES: readonly MrzShape[] = [
  { lines: 3, length: 30 },
  { lines: 2, length: 36 },
  { lines: 2, length: 44 },
];
