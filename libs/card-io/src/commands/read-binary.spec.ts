// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { readBinary } from './read-binary';

describe('READ BINARY', () => {
  it('asks from an offset for a length', async () => {
    const { sent, outcome } = await rawExchange(readBinary(0x01f8, 252), '01029000');
    expect(sent).toBe('00B001F8FC');
    expect(outcome).toEqual({ kind: 'read', data: Uint8Array.of(1, 2), isEnd: false });
  });

  it.each([
    ['takes what there is when the file ends early', '016282', { kind: 'read', data: Uint8Array.of(1), isEnd: true }],
    ['takes an offset past the end for nothing to read', '6B00', { kind: 'read', data: new Uint8Array(), isEnd: true }],
    ['takes a wrong length for one that is too long', '6700', { kind: 'too-long' }],
    ['refuses without the right to read', '6982', { kind: 'refused', sw: 0x6982 }],
  ])('%s', async (_case, answer, outcome) => {
    expect((await rawExchange(readBinary(0, 16), answer)).outcome).toEqual(outcome);
  });

  it('throws at an offset that would be taken for a short file identifier', () => {
    expect(() => readBinary(0x8000, 1)).toThrow('15 bits');
  });
});
