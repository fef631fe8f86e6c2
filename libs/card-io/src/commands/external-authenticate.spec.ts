// SPDX-License-Identifier: AGPL-3.0-or-later
import { toHex } from '../bytes/hex';
import { encodeCommand } from '../apdu/command-apdu';
import { externalAuthenticate } from './external-authenticate';

const command = () => externalAuthenticate(0x12, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
const answered = (sw: number) => command().parse({ sw, data: new Uint8Array() });

describe('EXTERNAL AUTHENTICATE', () => {
  it('sends the cryptogram under the key reference', () => {
    expect(toHex(encodeCommand(command().apdu))).toBe('00820012080102030405060708');
  });

  it('is done, or refused with the card’s own word', () => {
    expect(answered(0x9000)).toEqual({ kind: 'authenticated' });
    expect(answered(0x6300)).toEqual({ kind: 'refused', sw: 0x6300 });
    expect(answered(0x6983)).toEqual({ kind: 'refused', sw: 0x6983 });
  });

  it('is never sent a second time by itself', () => {
    expect(command().holdsCode).toBe(true);
  });
});
