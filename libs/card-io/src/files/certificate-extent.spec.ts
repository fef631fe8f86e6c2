// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex } from '../bytes/hex';
import { certificateExtent } from './certificate-extent';

describe('how far the certificate reaches', () => {
  it('as far as its DER says, whatever padding follows', () => {
    expect(certificateExtent(fromHex('3003010203 0000'))).toEqual({ kind: 'complete', length: 5 });
    expect(certificateExtent(fromHex('308203C0'))).toEqual({ kind: 'needs', length: 0x3c4 });
  });

  it('asks for the DER header first', () => {
    expect(certificateExtent(fromHex('3082'))).toEqual({ kind: 'needs', length: 4 });
  });

  it.each([
    ['no SEQUENCE', '040100'],
    ['an empty file', '00000000'],
    ['an empty SEQUENCE', '3000'],
    ['more than any card holds', '30822001'],
  ])('nowhere with %s', (_case, hex) => {
    expect(certificateExtent(fromHex(hex))).toEqual({ kind: 'malformed' });
  });
});
