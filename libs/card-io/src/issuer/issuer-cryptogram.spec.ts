// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromHex, toHex } from '../bytes/hex';
import { SecretBytes } from '../bytes/secret-bytes';
import { cryptogramOf, deriveCardKey } from './issuer-cryptogram';

const master = () => SecretBytes.own(fromHex('000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F'));

describe('the cryptogram of an issuer', () => {
  it('is triple DES with two keys over the challenge', () => {
    // With both halves alike it is single DES, whose answer is the one of the classic example (key 133457799BBCDFF1).
    const key = SecretBytes.own(fromHex('133457799BBCDFF1 133457799BBCDFF1'));
    expect(toHex(cryptogramOf(key, fromHex('0123456789ABCDEF')))).toBe('85E813540F0AB405');
  });

  it('is under a key of the card’s own, derived from its number', () => {
    // openssl dgst -sha256 -mac HMAC -macopt hexkey:0001…1F over the 16 digits, cut to 16 bytes.
    expect(deriveCardKey(master(), '6090000000000017').use(toHex)).toBe('65D1F1033F090A4D0ADA27971A56FB7F');
    expect(deriveCardKey(master(), '6090000000000025').use(toHex)).not.toBe('65D1F1033F090A4D0ADA27971A56FB7F');
  });

  it('takes no challenge of another length', () => {
    expect(() => cryptogramOf(deriveCardKey(master(), '6090000000000017'), new Uint8Array(7))).toThrow('8 bytes');
  });
});
