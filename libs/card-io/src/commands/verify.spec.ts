// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { SecretBytes } from '../bytes/secret-bytes';
import { verify } from './verify';

describe('VERIFY', () => {
  it('sends the PIN in ASCII, padded with FF to eight', async () => {
    const { sent, outcome } = await rawExchange(verify(0x10, SecretBytes.fromAscii('83150')), '9000');
    expect(sent).toBe('00200010083833313530FFFFFF');
    expect(outcome).toEqual({ kind: 'verified' });
  });

  it.each([
    ['63C2', { kind: 'wrong-code', triesLeft: 2 }],
    ['6300', { kind: 'wrong-code', triesLeft: undefined }],
    ['63C0', { kind: 'blocked' }],
    ['6983', { kind: 'blocked' }],
    ['6984', { kind: 'refused', sw: 0x6984 }],
  ])('%s', async (answer, outcome) => {
    expect((await rawExchange(verify(0x10, SecretBytes.fromAscii('12345')), answer)).outcome).toEqual(outcome);
  });

  it.each(['', '123456789'])('throws at a code of "%s": there is no empty VERIFY', (digits) => {
    expect(() => verify(0x10, SecretBytes.fromAscii(digits))).toThrow('1 to 8 digits');
  });
});
