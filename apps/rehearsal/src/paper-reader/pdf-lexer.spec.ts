// SPDX-License-Identifier: AGPL-3.0-or-later
import { PdfLexer } from './pdf-lexer';
import { UnreadablePaper } from './unreadable-paper';

const read = (text: string): unknown => new PdfLexer(Buffer.from(text, 'latin1')).next();
const bytes = (text: string) => ({ kind: 'bytes', bytes: expect.objectContaining({ length: text.length }) as unknown });
const textOf = (value: unknown): string => Buffer.from((value as { bytes: Uint8Array }).bytes).toString('latin1');

describe('the objects of a PDF (ISO 32000-1 §7.3)', () => {
  it.each([
    ['42', 42],
    ['-.5', -0.5],
    ['+17.', 17],
    ['true', true],
    ['null', null],
    ['/Name', { kind: 'name', name: 'Name' }],
    ['/A#20B', { kind: 'name', name: 'A B' }],
    ['12 0 R', { kind: 'reference', number: 12 }],
    ['12 0 Rx', 12],
    ['12 0 obj', 12],
    ['TJ', { kind: 'operator', word: 'TJ' }],
    ['[1 2 0 R /X]', [1, { kind: 'reference', number: 2 }, { kind: 'name', name: 'X' }]],
    ['% a comment\n7', 7],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reads dictionaries, one within another', () => {
    expect(read('<< /A << /B 1 >> /C [<0041>] >>')).toMatchObject({ kind: 'dictionary' });
    const outer = read('<</A<</B 1>>>>') as { entries: Map<string, { entries: Map<string, number> }> };
    expect(outer.entries.get('A')?.entries.get('B')).toBe(1);
  });

  it('fills up a hexadecimal string of odd length with zero', () => {
    expect(read('<41 4>')).toEqual(bytes('A@'));
    expect(textOf(read('<41 4>'))).toBe('A@');
  });

  it.each([
    ['(plain)', 'plain'],
    ['(nested (brackets))', 'nested (brackets)'],
    ['(escaped \\) bracket)', 'escaped ) bracket'],
    ['(\\101\\12x)', 'A\nx'],
    ['(a\\\nb)', 'ab'],
    ['()', ''],
  ])('reads the string %s', (text, expected) => {
    expect(textOf(read(text))).toBe(expected);
  });

  it.each(['(never closed', '[1 2', '<< /A 1', '<< 1 2 >>', '<41'])('refuses %s', (text) => {
    expect(() => read(text)).toThrow(UnreadablePaper);
  });
});
