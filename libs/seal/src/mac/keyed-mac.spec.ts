// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { equalInConstantTime, keyedMac } from './keyed-mac';

const key = Buffer.alloc(32, 7);

describe('a keyed MAC', () => {
  it('is HMAC-SHA-256 over label and parts, each behind its length in four bytes', () => {
    const expected = createHmac('sha256', key).update(Buffer.from('0000000363697000000002c3a80000000101', 'hex')).digest();
    expect(keyedMac({ key, label: 'cip', parts: ['è', Uint8Array.of(1)] })).toEqual(expected);
  });

  it('tells labels, keys and the borders between parts apart', () => {
    const mac = keyedMac({ key, label: 'cip', parts: ['12', '345'] });
    expect(keyedMac({ key, label: 'outer-code', parts: ['12', '345'] })).not.toEqual(mac);
    expect(keyedMac({ key: Buffer.alloc(32, 8), label: 'cip', parts: ['12', '345'] })).not.toEqual(mac);
    expect(keyedMac({ key, label: 'cip', parts: ['123', '45'] })).not.toEqual(mac);
    expect(keyedMac({ key, label: 'cip', parts: ['12345'] })).not.toEqual(mac);
    expect(keyedMac({ key, label: 'cip12', parts: ['345'] })).not.toEqual(mac);
  });

  it('is refused with a short key', () => {
    expect(() => keyedMac({ key: Buffer.alloc(31), label: 'cip', parts: [] })).toThrow(RangeError);
  });
});

it('bytes are equal in constant time exactly when they are equal', () => {
  fc.assert(fc.property(fc.uint8Array(), fc.uint8Array(), (left, right) => expect(equalInConstantTime(left, right)).toBe(Buffer.from(left).equals(right))));
  expect(equalInConstantTime(Buffer.alloc(0), Buffer.alloc(0))).toBe(true);
});
