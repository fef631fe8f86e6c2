// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex } from '../bytes/hex';
import { decodeResponse } from './response-apdu';

describe('decoding a response APDU', () => {
  it('splits data and status word', () => {
    expect(decodeResponse(fromHex('0102 6282'))).toEqual({ data: fromHex('0102'), sw: 0x6282 });
    expect(decodeResponse(fromHex('9000'))).toEqual({ data: new Uint8Array(), sw: 0x9000 });
  });

  it.each(['', '90'])('has nothing to say about "%s": a torn card answers so', (hex) => {
    expect(decodeResponse(fromHex(hex))).toBeUndefined();
  });
});
