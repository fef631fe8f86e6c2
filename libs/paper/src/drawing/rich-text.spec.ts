// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { runsOf, strong, widthOf, wrap } from './rich-text';
import type { Line, RichText } from './rich-text';

/** Every letter one point wide, in the semibold two. */
const measure = (font: string, text: string) => text.length * (font === 'semibold' ? 2 : 1);
const wrapped = (text: RichText, width: number) => wrap(runsOf(text, 'regular'), width, measure).map(textOf);
const textOf = (line: Line) => line.map(({ text }) => text).join('');

describe('breaking lines', () => {
  it('breaks at spaces', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
  });

  it('reckons each stretch in its own font', () => {
    expect(wrapped(['one ', strong('two'), ' three'], 9)).toEqual(['one', 'two', 'three']);
    expect(wrapped(['one ', strong('two'), ' three'], 10)).toEqual(['one two', 'three']);
  });

  it('does not part what no space parts, whatever the fonts', () => {
    expect(wrapped(['call l’', strong('800'), '.'], 9)).toEqual(['call', 'l’800.']);
  });

  it('keeps a no-break space', () => {
    expect(wrapped('a b\u00a0c', 3)).toEqual(['a', 'b\u00a0c']);
  });

  it('cuts a word that is wider than the line', () => {
    expect(wrapped('ab cdefgh', 4)).toEqual(['ab', 'cdef', 'gh']);
  });

  it('joins an accent to its letter', () => {
    expect(wrapped('E\u0301', 9)).toEqual(['É']);
  });

  it('makes no line of nothing', () => {
    expect(wrapped('', 9)).toEqual([]);
  });

  it('loses no letter and overflows no line', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(word, word.map(strong)), { minLength: 1 }), fc.integer({ min: 2, max: 40 }), (words, width) => {
        const text = words.flatMap((one) => [one, ' ']);
        const lines = wrap(runsOf(text, 'regular'), width, measure);
        expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(words.map((one) => (typeof one === 'string' ? one : one.text)).join(''));
        for (const line of lines) expect(widthOf(line, measure)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
