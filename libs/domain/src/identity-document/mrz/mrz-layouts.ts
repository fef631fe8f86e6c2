// SPDX-License-Identifier: AGPL-3.0-or-later
/** A run of characters: line, first column and the column after the last, all from 0. */
export type MrzSpan = readonly [line: number, start: number, end: number];

/** Where each datum stands. A check digit is the character that follows its run. */
export interface MrzLayout {
  readonly format: 'TD1' | 'TD2' | 'TD3';
  readonly lines: number;
  readonly length: number;
  readonly names: MrzSpan;
  readonly number: MrzSpan;
  readonly birthDate: MrzSpan;
  readonly sex: MrzSpan;
  readonly expiry: MrzSpan;
  readonly composite: readonly MrzSpan[];
  readonly compositeDigit: MrzSpan;
}

/** ICAO 9303-5 §4.2 (TD1), 9303-6 §4.2 (TD2), 9303-4 §4.2 (TD3). */
export const MRZ_LAYOUTS: readonly MrzLayout[] = [
  {
    format: 'TD1',
    lines: 3,
    length: 30,
    names: [2, 0, 30],
    number: [0, 5, 14],
    birthDate: [1, 0, 6],
    sex: [1, 7, 8],
    expiry: [1, 8, 14],
    composite: [
      [0, 5, 30],
      [1, 0, 7],
      [1, 8, 15],
      [1, 18, 29],
    ],
    compositeDigit: [1, 29, 30],
  },
  {
    format: 'TD2',
    lines: 2,
    length: 36,
    names: [0, 5, 36],
    number: [1, 0, 9],
    birthDate: [1, 13, 19],
    sex: [1, 20, 21],
    expiry: [1, 21, 27],
    composite: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, 35],
    ],
    compositeDigit: [1, 35, 36],
  },
  {
    format: 'TD3',
    lines: 2,
    length: 44,
    names: [0, 5, 44],
    number: [1, 0, 9],
    birthDate: [1, 13, 19],
    sex: [1, 20, 21],
    expiry: [1, 21, 27],
    composite: [
      [1, 0, 10],
      [1, 13, 20],
      [1, 21, 43],
    ],
    compositeDigit: [1, 43, 44],
  },
];
