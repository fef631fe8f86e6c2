// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { mseSetKey } from './mse-set';

describe('MSE SET', () => {
  it('names the key for digital signatures', async () => {
    const { sent, outcome } = await rawExchange(mseSetKey('sign', 0x01), '9000');
    expect(sent).toBe('0022F1B603830101');
    expect(outcome).toEqual({ kind: 'set' });
  });

  it('names it for deciphering', async () => {
    expect((await rawExchange(mseSetKey('decipher', 0x02), '9000')).sent).toBe('0022F1B803830102');
  });

  it('6A88: there is no such key', async () => {
    expect((await rawExchange(mseSetKey('sign', 0x01), '6A88')).outcome).toEqual({ kind: 'refused', sw: 0x6a88 });
  });
});
