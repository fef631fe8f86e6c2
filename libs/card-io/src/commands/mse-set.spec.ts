// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { mseSetSignatureKey } from './mse-set';

describe('MSE SET', () => {
  it('names the key for digital signatures', async () => {
    const { sent, outcome } = await rawExchange(mseSetSignatureKey(0x01), '9000');
    expect(sent).toBe('0022F1B603830101');
    expect(outcome).toEqual({ kind: 'set' });
  });

  it('6A88: there is no such key', async () => {
    expect((await rawExchange(mseSetSignatureKey(0x01), '6A88')).outcome).toEqual({ kind: 'refused', sw: 0x6a88 });
  });
});
