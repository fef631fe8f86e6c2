// SPDX-License-Identifier: AGPL-3.0-or-later
import { fontNamed } from './fonts';

/** Letters of the official languages of the Union in Latin script, as capitals: names on a chip are. */
const LETTERS_OF_NAMES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅĀĂĄÆÇĆĈĊČĎĐÈÉÊËĒĖĘĚĞĠĢĤĦÌÍÎÏĪĮİĶĹĻĽŁÑŃŅŇÒÓÔÕÖŐØŒŔŘŚŞŠȘŢŤȚÙÚÛÜŪŮŰŲŴŶÝŸŹŻŽÐÞ';

const missing = (font: 'regular' | 'semibold' | 'mono', letters: string) => Array.from(letters).filter((letter) => !fontNamed(font).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

describe('the fonts', () => {
  it.each(['regular', 'semibold'] as const)('have every letter of a European name, small and capital: %s', (font) => {
    expect(missing(font, `${LETTERS_OF_NAMES}${LETTERS_OF_NAMES.toLowerCase().normalize('NFC')}ß '’-.`.replace(/\u0307/g, ''))).toEqual([]);
  });

  it('have what numbers and codes are written with', () => {
    expect(missing('mono', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-. ')).toEqual([]);
  });

  it('have the letters of German', () => {
    for (const font of ['regular', 'semibold'] as const) expect(missing(font, 'äöüßÄÖÜ–„“')).toEqual([]);
  });

  it('are parsed once', () => {
    expect(fontNamed('regular')).toBe(fontNamed('regular'));
  });
});
