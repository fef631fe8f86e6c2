// SPDX-License-Identifier: AGPL-3.0-or-later
import { fontNamed } from '../drawing/fonts';
import { DELEGATION_TEXTS } from '../papers/delegation/texts';
import { FUNCTIONAL_CHECK_TEXTS } from '../papers/functional-check/texts';
import { LEAFLET_TEXTS } from '../papers/leaflet/texts';
import { RETURN_SLIP_TEXTS } from '../papers/return-slip/texts';
import { SALE_RECEIPT_TEXTS } from '../papers/sale-receipt/texts';
import { SELF_DECLARATION_TEXTS } from '../papers/self-declaration/texts';
import { THING_NAMES } from '../papers/things-to-bring';
import { WHAT_TO_BRING_TEXTS } from '../papers/what-to-bring/texts';
import { CATALOGUES as COMMON } from './catalogue';

const of = (language: 'it' | 'en' | 'de') => ({
  common: COMMON[language],
  delegation: DELEGATION_TEXTS[language],
  check: FUNCTIONAL_CHECK_TEXTS[language],
  leaflet: LEAFLET_TEXTS[language],
  slip: RETURN_SLIP_TEXTS[language],
  sale: SALE_RECEIPT_TEXTS[language],
  declaration: SELF_DECLARATION_TEXTS[language],
  things: THING_NAMES[language],
  bring: WHAT_TO_BRING_TEXTS[language],
});
/** All that paper says in one language. */
const CATALOGUES = { it: of('it'), en: of('en'), de: of('de') } as const;

/** Every text of a catalogue by its path; functions are called with words that cannot be mistaken for it. */
function textsOf(value: unknown, path = ''): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') return textsOf((value as (...said: unknown[]) => unknown)({ phone: '1', hours: '2', toString: () => '5' }, '3', '4'), path);
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
  return [];
}

describe('the catalogues', () => {
  it.each([
    ['it', 'en'],
    ['it', 'de'],
    ['en', 'de'],
  ] as const)('have no text that was left in the other language: %s, %s', (one, other) => {
    const known = new Map(textsOf(CATALOGUES[one]).map(({ path, text }) => [path, text]));
    const same = textsOf(CATALOGUES[other]).filter(({ path, text }) => /[a-z]{3}/.test(text) && known.get(path) === text);
    // Names that English keeps; the fonts' names within rich texts.
    expect(same.map(({ text }) => text).filter((text) => !['Codice fiscale', 'mono', 'semibold'].includes(text))).toEqual([]);
  });

  it('say the same things, one by one', () => {
    const paths = (language: 'it' | 'en' | 'de') => textsOf(CATALOGUES[language]).map(({ path }) => path);
    expect(paths('en')).toEqual(paths('it'));
    expect(paths('de')).toEqual(paths('it'));
  });

  it('speak to a German reader as Sie', () => {
    const familiar = textsOf(CATALOGUES.de).filter(({ text }) => /\b(du|dich|dir|dein\w*)\b/i.test(text));
    expect(familiar).toEqual([]);
  });

  it.each(['it', 'en', 'de'] as const)('use only letters that the fonts have: %s', (language) => {
    const letters = new Set(textsOf(CATALOGUES[language]).flatMap(({ text }) => Array.from(text)));
    expect(letters.size).toBeGreaterThan(50);
    expect([...letters].filter((letter) => !fontNamed('regular').hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))).toEqual([]);
  });
});
