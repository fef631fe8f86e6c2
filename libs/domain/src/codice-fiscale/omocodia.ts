// SPDX-License-Identifier: AGPL-3.0-or-later
import { checkLetterOf } from './check-letter';
import type { CodiceFiscaleValue, RegularCodiceFiscale } from './codice-fiscale';

/** 0-based positions of the seven digits that a letter may stand for, in the order in which the tax office replaces them. */
export const OMOCODIA_POSITIONS: readonly number[] = [14, 13, 12, 10, 9, 7, 6];

/** The letters that stand for the digits 0 to 9. */
export const OMOCODIA_LETTERS = 'LMNPQRSTUV';

/** The same code with every stand-in letter turned back into its digit and the check letter made anew. */
export function withoutOmocodia(code: string): CodiceFiscaleValue {
  const characters = Array.from(code.slice(0, 15));
  for (const position of OMOCODIA_POSITIONS) {
    const digit = OMOCODIA_LETTERS.indexOf(characters[position] ?? '');
    if (digit >= 0) characters[position] = String(digit);
  }
  return withCheckLetter(characters);
}

/** The 127 other codes by which the same person may be known: every choice of at least one of the seven digits. */
export function omocodesOf(codiceFiscale: RegularCodiceFiscale): readonly CodiceFiscaleValue[] {
  return Array.from({ length: 2 ** OMOCODIA_POSITIONS.length - 1 }, (_, index) => omocode(codiceFiscale.base, index + 1));
}

/** Bit `n` of `choice` replaces the digit at the nth position of the list. */
function omocode(base: CodiceFiscaleValue, choice: number): CodiceFiscaleValue {
  const characters = Array.from(base.slice(0, 15));
  OMOCODIA_POSITIONS.forEach((position, bit) => {
    if (choice & (1 << bit)) characters[position] = OMOCODIA_LETTERS.charAt(Number(characters[position]));
  });
  return withCheckLetter(characters);
}

function withCheckLetter(firstFifteen: readonly string[]): CodiceFiscaleValue {
  const text = firstFifteen.join('');
  return `${text}${checkLetterOf(text)}` as CodiceFiscaleValue;
}
