// SPDX-License-Identifier: AGPL-3.0-or-later
import { readToUnicode } from './to-unicode';
import { UnreadablePaper } from './unreadable-paper';

const read = (body: string) => Object.fromEntries(readToUnicode(Buffer.from(`1 begincodespacerange <0000> <ffff> endcodespacerange\n${body}`)));

describe('the map from glyphs to text', () => {
  it('reads single characters, ligatures and characters outside the first plane', () => {
    expect(read('3 beginbfchar <0001> <0041> <0002> <00660069> <0003> <d83ddd11> endbfchar')).toEqual({ 1: 'A', 2: 'fi', 3: '🔑' });
  });

  it('reads ranges that count on, and ranges that list', () => {
    expect(read('2 beginbfrange <0001> <0003> <0030> <0008> <0009> [<0061> <007a>] endbfrange')).toEqual({ 1: '0', 2: '1', 3: '2', 8: 'a', 9: 'z' });
  });

  it('refuses codes of another length: such a font is none of ours', () => {
    expect(() => read('1 beginbfchar <01> <0041> endbfchar')).toThrow(UnreadablePaper);
  });
});
