// SPDX-License-Identifier: AGPL-3.0-or-later
import { foldLetters } from '../text/fold-letters';
import { isAlike, isBeginningOf } from './name-words';

interface Names {
  readonly surname: string;
  readonly name: string;
}

/** The shortest of the fields that a zone has for both names with the double filler between (ICAO 9303-5: 30 places): a shorter name was not cut. */
const SHORTEST_FIELD = 30;

/**
 * Whether the names on paper are what a field that was too short leaves of those on the chip: what is visible agrees, and something is gone. The French card of before 2021
 * has shorter fields; there the operator decides.
 */
export function isCutOff(chip: Names, document: Names): boolean {
  if (placesOf(document) < SHORTEST_FIELD) return false;
  const isVisiblePartRight = isBeginningOf(document.surname, chip.surname) && (document.name === '' || isBeginningOf(document.name, chip.name));
  return isVisiblePartRight && !(isAlike(chip.surname, document.surname) && isAlike(chip.name, document.name));
}

/** Surname and name have changed places; never of a name that is its own surname. */
export function isSwapped(chip: Names, document: Names): boolean {
  return !isAlike(chip.surname, chip.name) && isAlike(chip.surname, document.name) && isAlike(chip.name, document.surname);
}

function placesOf({ surname, name }: Names): number {
  const [last, first] = [foldLetters(surname).length, foldLetters(name).length];
  return first === 0 ? last : last + 2 + first;
}
