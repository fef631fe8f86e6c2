// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { fromHex } from '../bytes/hex';
import { getChallenge } from './get-challenge';

describe('GET CHALLENGE', () => {
  it('asks for eight bytes', async () => {
    const { sent, outcome } = await rawExchange(getChallenge(), '01020304050607089000');
    expect(sent).toBe('0084000008');
    expect(outcome).toEqual({ kind: 'challenge', bytes: fromHex('0102030405060708') });
  });

  it.each([
    ['6D00', 0x6d00],
    ['01029000', 0x9000],
  ])('%s is no challenge', async (answer, sw) => {
    expect((await rawExchange(getChallenge(), answer)).outcome).toEqual({ kind: 'refused', sw });
  });
});
