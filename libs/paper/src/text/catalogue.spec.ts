// SPDX-License-Identifier: AGPL-3.0-or-later
import { fontNamed } from '../drawing/fonts';
import { CATALOGUES } from './catalogue';

/** Every text of a catalogue by its path; functions are called with words that cannot be mistaken for it. */
function textsOf(value: unknown, path = ''): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') return textsOf((value as (...said: unknown[]) => unknown)({ phone: '1', hours: '2', toString: () => '5' }, '3', '4'), path);
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
  return [];
}

describe('the catalogues', () => {
  it('have no text that was left in the other language', () => {
    const italian = new Map(textsOf(CATALOGUES.it).map(({ path, text }) => [path, text]));
    const same = textsOf(CATALOGUES.en).filter(({ path, text }) => /[a-z]{3}/.test(text) && italian.get(path) === text);
    // Names that English keeps; the fonts' names within rich texts.
    expect(same.map(({ text }) => text).filter((text) => !['Codice fiscale', 'mono', 'semibold'].includes(text))).toEqual([]);
  });

  it.each(['it', 'en'] as const)('use only letters that the fonts have: %s', (language) => {
    const letters = new Set(textsOf(CATALOGUES[language]).flatMap(({ text }) => Array.from(text)));
    expect(letters.size).toBeGreaterThan(50);
    expect([...letters].filter((letter) => !fontNamed('regular').hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))).toEqual([]);
  });
});
