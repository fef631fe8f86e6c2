// SPDX-License-Identifier: AGPL-3.0-or-later
import { OUTER_CODE_SUFFIX_LENGTH, parseOuterCodeSuffix } from '../sheet/outer-code';
import type { OuterCodeSuffix } from '../sheet/outer-code';
import { UNAMBIGUOUS_ALPHABET } from '../text/unambiguous-alphabet';
import type { LocalDate } from '../time/local-date';
import { isAcceptablePin, isAcceptablePuk, PIN_LENGTH, PUK_LENGTH } from './code-policy';
import { drawCharacters, drawDigits } from './draw-characters';
import type { RandomBytes } from './random-bytes';

/** Refused draws in a row that a sound generator never needs. */
const MOST_DRAWS = 100;

/** Five ASCII digits that the policy accepts for a holder. The caller wipes them. */
export function drawPin(birthDate: LocalDate, randomBytes: RandomBytes): Uint8Array {
  return drawAcceptable(PIN_LENGTH, randomBytes, (digits) => isAcceptablePin(digits, birthDate));
}

/** Eight ASCII digits that the policy accepts for a holder. The caller wipes them. */
export function drawPuk(birthDate: LocalDate, randomBytes: RandomBytes): Uint8Array {
  return drawAcceptable(PUK_LENGTH, randomBytes, (digits) => isAcceptablePuk(digits, birthDate));
}

/** The six characters after the control number. They are printed and scanned, so they are text. */
export function drawOuterCodeSuffix(randomBytes: RandomBytes): OuterCodeSuffix {
  const drawn = drawCharacters(OUTER_CODE_SUFFIX_LENGTH, UNAMBIGUOUS_ALPHABET, randomBytes);
  const suffix = parseOuterCodeSuffix(String.fromCharCode(...drawn));
  if (suffix === undefined) throw new Error('the alphabet and the format of the outer code disagree');
  return suffix;
}

function drawAcceptable(length: number, randomBytes: RandomBytes, isAcceptable: (digits: Uint8Array) => boolean): Uint8Array {
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const digits = drawDigits(length, randomBytes);
    if (isAcceptable(digits)) return digits;
    digits.fill(0);
  }
  throw new Error('the random generator gives only codes that the policy refuses');
}
