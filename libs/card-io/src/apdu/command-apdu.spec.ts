// SPDX-License-Identifier: AGPL-3.0-or-later
import { toHex } from '../bytes/hex';
import { encodeCommand } from './command-apdu';

const header = { cla: 0x00, ins: 0xa4, p1: 0x08, p2: 0x0c };

describe('encoding a command APDU', () => {
  it.each([
    ['case 1: header alone', header, '00A4080C'],
    ['case 2: Le', { ...header, le: 16 }, '00A4080C10'],
    ['case 2: Le 256 is 00', { ...header, le: 256 }, '00A4080C00'],
    ['case 3: data', { ...header, data: Uint8Array.of(0x10, 0x03) }, '00A4080C021003'],
    ['case 4: data and Le', { ...header, data: Uint8Array.of(0x10, 0x03), le: 256 }, '00A4080C02100300'],
  ])('%s', (_case, apdu, hex) => {
    expect(toHex(encodeCommand(apdu))).toBe(hex);
  });

  it.each([
    ['data over 255 bytes, rather than dropping some', { ...header, data: new Uint8Array(256) }],
    ['data without a byte', { ...header, data: new Uint8Array() }],
    ['an Le of 0', { ...header, le: 0 }],
    ['an Le of 257', { ...header, le: 257 }],
  ])('throws at %s', (_case, apdu) => {
    expect(() => encodeCommand(apdu)).toThrow();
  });
});
