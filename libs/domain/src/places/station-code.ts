// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Brand } from '../brand';
import { drawCharacters } from '../codes/draw-characters';
import type { RandomBytes } from '../codes/random-bytes';
import { UNAMBIGUOUS_ALPHABET } from '../text/unambiguous-alphabet';

/** By which a browser learns at which station it stands: eight characters that nobody mistakes for one another (39 bits), without the hyphen. */
export type StationCode = Brand<string, 'StationCode'>;

const LENGTH = 8;
const SHAPE = new RegExp(`^[${UNAMBIGUOUS_ALPHABET}]{${LENGTH}}$`);

export function drawStationCode(randomBytes: RandomBytes): StationCode {
  return String.fromCharCode(...drawCharacters(LENGTH, UNAMBIGUOUS_ALPHABET, randomBytes)) as StationCode;
}

/** A code as somebody typed it: case, blanks and hyphens do not matter. Undefined: it cannot be one. */
export function parseStationCode(text: string): StationCode | undefined {
  const bare = text.replace(/[\s-]/g, '').toUpperCase();
  return SHAPE.test(bare) ? (bare as StationCode) : undefined;
}

/** As it is shown and read aloud: 'ABCD-2345'. */
export function shownStationCode(code: StationCode): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
