// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LocalDate } from '../time/local-date';

/**
 * Whether digits write a birth date, wholly or in part: day and month in either order, or the year in four digits, anywhere in the code;
 * or the whole code as a piece of the date in one of its usual spellings.
 */
export function tellsBirthDate(digits: Uint8Array, birthDate: LocalDate): boolean {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const short = year.slice(2);
  const pieces = [day + month, month + day, year];
  const spellings = [day + month + year, year + month + day, month + day + year, day + month + short, short + month + day, month + day + short];
  return pieces.some((piece) => contains(digits, asciiOf(piece))) || spellings.some((spelling) => contains(asciiOf(spelling), digits));
}

function contains(whole: Uint8Array, part: Uint8Array): boolean {
  return whole.some((_, start) => start + part.length <= whole.length && part.every((byte, index) => byte === whole[start + index]));
}

function asciiOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
