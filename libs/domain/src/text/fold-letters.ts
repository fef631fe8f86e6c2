// SPDX-License-Identifier: AGPL-3.0-or-later
/** Capital letters that Unicode does not take apart into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { Æ: 'AE', Œ: 'OE', Ø: 'O', Đ: 'D', Ð: 'D', Ł: 'L', Þ: 'TH', Ħ: 'H', Ŋ: 'N', Ŧ: 'T', Ĳ: 'IJ', Ə: 'E' };

/** ICAO 9303-3 §6 A: Latin letters that a machine-readable zone may write otherwise than bare, each way in its own list. */
const ICAO_LETTERS: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', Å: 'AA', Ø: 'OE', Ñ: 'NXX', Þ: 'TH', ẞ: 'SS' };
const ICAO_OTHERWISE: Readonly<Record<string, string>> = { ...ICAO_LETTERS, Ü: 'UXX', Ñ: 'N', Å: 'A' };

/** Capitals without accents; apostrophes go away, hyphens part, runs of blanks become one. "Nicolò  D’Angelo-Rossi" gives "NICOLO DANGELO ROSSI". */
export function foldLetters(text: string): string {
  const bare = text
    .toUpperCase()
    .replace(/[ÆŒØĐÐŁÞĦŊŦĲƏ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return bare
    .replace(/[\p{Pd}<]/gu, ' ')
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same text as a machine-readable zone may write it: "Müller" gives "MUELLER", and "MUXXLLER" by the other list. */
export function foldAsIcao(text: string, isOtherwise = false): string {
  const letters = isOtherwise ? ICAO_OTHERWISE : ICAO_LETTERS;
  return foldLetters(
    text
      .toUpperCase()
      .normalize('NFC')
      .replace(/[ÄÖÜÅØÑÞẞ]/g, (letter) => letters[letter] ?? letter),
  );
}
