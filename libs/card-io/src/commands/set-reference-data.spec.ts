// SPDX-License-Identifier: AGPL-3.0-or-later
import { encodeCommand } from '../apdu/command-apdu';
import { toHex } from '../bytes/hex';
import { SecretBytes } from '../bytes/secret-bytes';
import { setReferenceData } from './set-reference-data';

const command = () => setReferenceData(0x11, SecretBytes.fromAscii('60418273'));
const answered = (sw: number) => command().parse({ sw, data: new Uint8Array() });

describe('CHANGE REFERENCE DATA by the issuer', () => {
  it('sends the new code alone', () => {
    expect(toHex(encodeCommand(command().apdu))).toBe('00240111083630343138323733');
  });

  it('is done, or refused', () => {
    expect(answered(0x9000)).toEqual({ kind: 'set' });
    expect(answered(0x6982)).toEqual({ kind: 'refused', sw: 0x6982 });
    expect(answered(0x6983)).toEqual({ kind: 'blocked' });
  });
});
