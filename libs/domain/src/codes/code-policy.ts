// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from '../time/local-date';
import { isTrivial } from './trivial-code';
import { tellsBirthDate } from './birth-date-code';

export const PIN_LENGTH = 5;
export const PUK_LENGTH = 8;

/**
 * Whether a PIN may be given out: five digits that are neither one digit repeated, nor a sequence up or down, nor a way to write the
 * holder's birth date. `digits` are ASCII bytes: a code never becomes text.
 */
export function isAcceptablePin(digits: Uint8Array, birthDate: LocalDate): boolean {
  return isAcceptable(digits, PIN_LENGTH, birthDate);
}

/** The same rules on eight digits. */
export function isAcceptablePuk(digits: Uint8Array, birthDate: LocalDate): boolean {
  return isAcceptable(digits, PUK_LENGTH, birthDate);
}

function isAcceptable(digits: Uint8Array, length: number, birthDate: LocalDate): boolean {
  return digits.length === length && digits.every(isDigit) && !isTrivial(digits) && !tellsBirthDate(digits, birthDate);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
