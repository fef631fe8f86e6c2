// SPDX-License-Identifier: AGPL-3.0-or-later
import { foldLetters } from '../text/fold-letters';

type Rewriting = readonly (readonly [from: RegExp, to: string])[];

/**
 * What the ways of writing a script in Latin letters have in common, a list for each script: spellings that one list makes equal may be the same name. The ways are
 * those of ICAO 9303-3 §6 B (Cyrillic) and C (Arabic), ISO 9 and ISO 843, and of French, English and German passports of former years. The order matters.
 */
const ROMANISATIONS: Readonly<Record<'cyrillic' | 'greek' | 'arabic', Rewriting>> = {
  cyrillic: [
    [/SHCH|SHTCH|SCHTSCH|SZCZ|STCH|SC(?=[AEIOU])/g, 'S'],
    [/TSCH|TCH|CH|CZ|TS|TZ/g, 'C'],
    [/SCH|SH|SZ/g, 'S'],
    [/ZH/g, 'Z'],
    [/KH/g, 'H'],
    [/X/g, 'KS'],
    [/W/g, 'V'],
    [/OU/g, 'U'],
    [/(?<=^|\s)[IJY]E/g, 'E'],
    [/[IJY]+/g, 'I'],
    [/(?<=[AEIOU])I?E/g, 'E'],
  ],
  greek: [
    [/PH/g, 'F'],
    [/TH/g, 'T'],
    [/KH|CH/g, 'H'],
    [/OU/g, 'U'],
    [/MP/g, 'B'],
    [/NT(?=$|\s)|(?<=^|\s)NT/g, 'D'],
    [/(?<=[AE])[UV](?=[BCDFGHKLMNPQRSTVWXZ]|$|\s)/g, 'F'],
    [/C/g, 'K'],
    [/(?<=^|\s)(GI|Y|GE)(?=[AEO])/g, 'I'],
    [/[IJY]+|EI|OI/g, 'I'],
  ],
  arabic: [
    [/(?<=^|\s)(EL|UL)(?=\s)/g, 'AL'],
    [/OU|OO|(?<=^|\s)O|O(?=H)/g, 'U'],
    [/EE|II/g, 'I'],
    [/KH|GH|Q/g, 'K'],
    [/DH/g, 'D'],
    [/TH/g, 'T'],
    [/CH|SH/g, 'S'],
    [/(?<=[BCDFGHKLMNPRSTUVWZ])AH(?=\s|$)/g, 'A'],
    [/DJ|J|G/g, 'G'],
    [/W/g, 'U'],
    [/[IY]+/g, 'I'],
    // The vowel before the last consonant is short and written as it is heard: Ahmed and Ahmad, Khalid and Khaled.
    [/[AEI](?=[BCDFGHKLMNPRSTVZ]+(\s|$))/g, 'E'],
  ],
};

/** Whether two names may be one name of another script, romanised in two ways: YURIY, IURII and JURIJ. Never true of names that are alike letter by letter. */
export function mayBeTransliterations(a: string, b: string): boolean {
  const [first, second] = [foldLetters(a), foldLetters(b)];
  if (first === '' || first === second) return false;
  return Object.values(ROMANISATIONS).some((rewriting) => rewritten(first, rewriting) === rewritten(second, rewriting));
}

/** Doubled letters are one, since scripts that double none are romanised with and without. */
function rewritten(name: string, rewriting: Rewriting): string {
  const plain = name.replace(/(.)\1+/g, '$1');
  return rewriting.reduce((text, [from, to]) => text.replace(from, to), plain).replace(/\s/g, '').replace(/(.)\1+/g, '$1');
}
