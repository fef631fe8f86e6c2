// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { fromHex, toHex } from '../bytes/hex';
import { encodeTlv, readTlvHeader } from './ber-tlv';

describe('reading a TLV header', () => {
  it.each([
    ['a short length', '80020190', { tag: 0x80, headerLength: 2, valueLength: 2 }],
    ['a length of one byte more', '30818000', { tag: 0x30, headerLength: 3, valueLength: 0x80 }],
    ['a length of two bytes more', '308203C000', { tag: 0x30, headerLength: 4, valueLength: 0x3c0 }],
    ['a tag of two bytes', '7F4903', { tag: 0x7f49, headerLength: 3, valueLength: 3 }],
    ['an empty value', '5A00', { tag: 0x5a, headerLength: 2, valueLength: 0 }],
  ])('takes %s', (_case, hex, header) => {
    expect(readTlvHeader(fromHex(hex))).toEqual({ kind: 'tlv', ...header });
  });

  it.each(['', '30', '3081', '3082', '308203', '7F', '7F49', '7F4982'])('asks for more than "%s"', (hex) => {
    expect(readTlvHeader(fromHex(hex))).toEqual({ kind: 'truncated' });
  });

  it.each([
    ['an indefinite length', '3080'],
    ['a length longer than it need be', '30817F'],
    ['two length bytes where one would do', '308200FF'],
    ['a length of three bytes', '3083010000'],
    ['a tag of three bytes', '7F818102'],
    ['a second tag byte that one byte would hold', '7F1E02'],
  ])('refuses %s', (_case, hex) => {
    expect(readTlvHeader(fromHex(hex))).toEqual({ kind: 'malformed' });
  });

  it('reads whatever was encoded', () => {
    fc.assert(
      fc.property(fc.constantFrom(0x30, 0x80, 0x7f49), fc.nat(0xffff), (tag, length) => {
        expect(readTlvHeader(encodeTlv(tag, new Uint8Array(length)))).toMatchObject({ kind: 'tlv', tag, valueLength: length });
      }),
      { numRuns: 50, examples: [[0x30, 0x7f], [0x30, 0x80], [0x30, 0xff], [0x30, 0x100], [0x7f49, 0xffff]] },
    );
  });

  it('throws at a value that no length of ours can tell', () => {
    expect(() => encodeTlv(0x30, new Uint8Array(0x10000))).toThrow('too long');
  });

  it('joins the parts of a value', () => {
    expect(toHex(encodeTlv(0x6f, Uint8Array.of(1), Uint8Array.of(2, 3)))).toBe('6F03010203');
  });
});
