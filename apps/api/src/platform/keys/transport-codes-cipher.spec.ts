// SPDX-License-Identifier: AGPL-3.0-or-later
import { SystemRandomness } from '../ports/randomness';
import { decryptTransportCodes, encryptTransportCodes } from './transport-codes-cipher';

const randomness = new SystemRandomness();
const key = randomness.bytes(32);
const idCarta = '6090000000000018';
const frame = Buffer.from('512345887654321');

describe('transport codes at rest', () => {
  it('come back as they were, and no two look alike', () => {
    const [first, second] = [1, 2].map(() => encryptTransportCodes({ key, idCarta, frame, randomness })) as [Buffer, Buffer];
    expect(Buffer.from(decryptTransportCodes({ key, idCarta, encrypted: first }))).toEqual(frame);
    expect(first).not.toEqual(second);
    expect(first.includes('87654321')).toBe(false);
  });

  it('do not come back for another card, under another key, or altered by one bit', () => {
    const encrypted = encryptTransportCodes({ key, idCarta, frame, randomness });
    const altered = Uint8Array.from(encrypted);
    altered[14] = (altered[14] ?? 0) ^ 1;
    expect(() => decryptTransportCodes({ key, idCarta: '6090000000000026', encrypted })).toThrow();
    expect(() => decryptTransportCodes({ key: randomness.bytes(32), idCarta, encrypted })).toThrow();
    expect(() => decryptTransportCodes({ key, idCarta, encrypted: altered })).toThrow();
  });
});
