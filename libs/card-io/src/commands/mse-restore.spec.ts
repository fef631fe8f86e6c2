// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { mseRestore } from './mse-restore';

describe('MSE RESTORE', () => {
  it('restores an environment, with the zero byte that the CNS wants', async () => {
    const { sent, outcome } = await rawExchange(mseRestore(0x03), '9000');
    expect(sent).toBe('0022F30300');
    expect(outcome).toEqual({ kind: 'restored' });
  });

  it('6A88: there is no such environment', async () => {
    expect((await rawExchange(mseRestore(0x03), '6A88')).outcome).toEqual({ kind: 'refused', sw: 0x6a88 });
  });
});
