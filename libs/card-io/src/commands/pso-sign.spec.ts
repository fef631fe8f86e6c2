// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { fromHex } from '../bytes/hex';
import { psoSignSha256 } from './pso-sign';

const digest = new Uint8Array(32).fill(0xab);

describe('PSO: COMPUTE DIGITAL SIGNATURE', () => {
  it('sends the DigestInfo of a SHA-256 value and takes the signature', async () => {
    const { sent, outcome } = await rawExchange(psoSignSha256(digest), '0102039000');
    expect(sent).toBe('002A9E9A33' + '3031300D060960864801650304020105000420' + 'AB'.repeat(32) + '00');
    expect(outcome).toEqual({ kind: 'signed', signature: fromHex('010203') });
  });

  it.each([
    ['6982', 0x6982],
    ['9000', 0x9000],
  ])('%s without a signature is a refusal', async (answer, sw) => {
    expect((await rawExchange(psoSignSha256(digest), answer)).outcome).toEqual({ kind: 'refused', sw });
  });

  it('throws at anything but 32 bytes: no other hash is signed', () => {
    expect(() => psoSignSha256(new Uint8Array(20))).toThrow('32 bytes');
  });
});
