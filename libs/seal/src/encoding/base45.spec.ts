// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from './base45';

describe('base45', () => {
  it('writes the examples of RFC 9285 §4.3', () => {
    for (const [plain, text] of [['AB', 'BB8'], ['Hello!!', '%69 VD92EX0'], ['base-45', 'UJCLQE7W581'], ['ietf!', 'QED8WEX0']] as const) {
      expect(encodeBase45(Buffer.from(plain))).toBe(text);
      expect(Buffer.from(decodeBase45(text) ?? []).toString()).toBe(plain);
    }
  });

  it('gives back what it wrote', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)));
  });

  it.each(['A', 'AAAA', 'ab', '::', 'GGX', ':::'])('reads nothing in %j', (text) => {
    expect(decodeBase45(text)).toBeUndefined();
  });
});
