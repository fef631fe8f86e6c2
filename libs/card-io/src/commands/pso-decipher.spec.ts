// SPDX-License-Identifier: AGPL-3.0-or-later
import { scriptedConnection } from '../../testing/scripted-connection';
import { fromHex } from '../bytes/hex';
import { CardSession } from '../session/card-session';
import { psoDecipherSha256 } from './pso-decipher';

const digest = new Uint8Array(32).fill(0xab);
const run = async (...answers: string[]) => {
  const connection = scriptedConnection(...answers);
  return { outcome: await new CardSession(connection).run(psoDecipherSha256(digest)), sent: connection.sent };
};

describe('PSO: DECIPHER, for a signature', () => {
  it('sends the padded DigestInfo, 257 bytes, in a chain of two', async () => {
    const { sent, outcome } = await run('9000', '0102039000');
    const block = '0001' + 'FF'.repeat(202) + '00' + '3031300D060960864801650304020105000420' + 'AB'.repeat(32);
    expect(sent).toEqual(['102A8086FF' + '00' + block.slice(0, 508), '002A808602' + block.slice(508) + '00']);
    expect(outcome).toEqual({ kind: 'signed', signature: fromHex('010203') });
  });

  it('goes no further when the card does not take the first link', async () => {
    const { sent, outcome } = await run('6884');
    expect(sent).toHaveLength(1);
    expect(outcome).toEqual({ kind: 'refused', sw: 0x6884 });
  });

  it('9000 without a signature is a refusal', async () => {
    expect((await run('9000', '9000')).outcome).toEqual({ kind: 'refused', sw: 0x9000 });
  });
});
