// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex, hexByte, toHex } from './hex';

describe('hex', () => {
  it('writes upper-case digits, and reads either case with blanks between', () => {
    expect(toHex(Uint8Array.of(0x0a, 0xff))).toBe('0AFF');
    expect([...fromHex('0a FF')]).toEqual([0x0a, 0xff]);
  });

  it('writes only the part of a buffer that a view shows', () => {
    expect(toHex(Uint8Array.of(1, 2, 3, 4).subarray(1, 3))).toBe('0203');
  });

  it.each(['0', '0G', '0x00'])('refuses %s', (text) => {
    expect(() => fromHex(text)).toThrow('not a hex string');
  });

  it('writes a byte with its leading zero', () => {
    expect(hexByte(0x0c)).toBe('0C');
  });
});
