// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { SecretBytes } from '../bytes/secret-bytes';
import { changeReferenceData } from './change-reference-data';

const change = () => changeReferenceData(0x11, SecretBytes.fromAscii('12345678'), SecretBytes.fromAscii('60418'));

describe('CHANGE REFERENCE DATA', () => {
  it('sends the old code and the new one, each padded to eight', async () => {
    const { sent, outcome } = await rawExchange(change(), '9000');
    expect(sent).toBe('0024001110' + '3132333435363738' + '3630343138FFFFFF');
    expect(outcome).toEqual({ kind: 'changed' });
  });

  it.each([
    ['63C9', { kind: 'wrong-code', triesLeft: 9 }],
    ['6983', { kind: 'blocked' }],
    ['6A80', { kind: 'refused', sw: 0x6a80 }],
  ])('%s', async (answer, outcome) => {
    expect((await rawExchange(change(), answer)).outcome).toEqual(outcome);
  });
});
