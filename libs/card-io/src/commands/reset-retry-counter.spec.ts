// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { SecretBytes } from '../bytes/secret-bytes';
import { resetRetryCounter } from './reset-retry-counter';

const reset = () => resetRetryCounter(0x10, SecretBytes.fromAscii('12345678'), SecretBytes.fromAscii('83150'));

describe('RESET RETRY COUNTER', () => {
  it('sends the PUK and the new PIN under the reference of the PIN', async () => {
    const { sent, outcome } = await rawExchange(reset(), '9000');
    expect(sent).toBe('002C001010' + '3132333435363738' + '3833313530FFFFFF');
    expect(outcome).toEqual({ kind: 'reset' });
  });

  it.each([
    ['63C9', { kind: 'wrong-code', triesLeft: 9 }],
    ['6983', { kind: 'blocked' }],
    ['6982', { kind: 'refused', sw: 0x6982 }],
  ])('%s', async (answer, outcome) => {
    expect((await rawExchange(reset(), answer)).outcome).toEqual(outcome);
  });
});
