// SPDX-License-Identifier: AGPL-3.0-or-later
import { foldLetters } from '../text/fold-letters';

/** The three letters that a surname gives: consonants, then vowels, then X. */
export function surnameLetters(surname: string): string {
  const { consonants, vowels } = partLetters(surname);
  return firstThree(consonants + vowels);
}

/** The three letters that a name gives: as a surname, but with four or more consonants the first, the third and the fourth. */
export function nameLetters(name: string): string {
  const { consonants, vowels } = partLetters(name);
  if (consonants.length >= 4) return consonants.charAt(0) + consonants.slice(2, 4);
  return firstThree(consonants + vowels);
}

function partLetters(text: string): { readonly consonants: string; readonly vowels: string } {
  const letters = foldLetters(text).replace(/[^A-Z]/g, '');
  return { consonants: letters.replace(/[AEIOU]/g, ''), vowels: letters.replace(/[^AEIOU]/g, '') };
}

function firstThree(letters: string): string {
  return letters.slice(0, 3).padEnd(3, 'X');
}
