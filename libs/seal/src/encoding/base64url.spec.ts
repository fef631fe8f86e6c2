// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { decodeBase64Url, encodeBase64Url } from './base64url';

describe('base64url', () => {
  it('gives back the bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(new Uint8Array(decodeBase64Url(encodeBase64Url(bytes)) ?? [])).toEqual(bytes)));
  });

  it('reads each value from one text only', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = decodeBase64Url(text);
        if (bytes !== undefined) expect(encodeBase64Url(bytes)).toBe(text);
      }),
    );
  });

  it.each(['AA==', 'AB', 'A', 'A A', 'a+b/', 'AA\n'])('refuses %j', (text) => {
    expect(decodeBase64Url(text)).toBeUndefined();
  });
});
