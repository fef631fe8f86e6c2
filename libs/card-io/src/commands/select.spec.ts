// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { selectPath, selectSibling } from './select';

describe('SELECT', () => {
  it('goes by path from the MF and wants no answer', async () => {
    const { sent, outcome } = await rawExchange(selectPath(['1100', '1102']), '9000');
    expect(sent).toBe('00A4080C0411001102');
    expect(outcome).toEqual({ kind: 'selected' });
  });

  it('goes to a file beside the current one by its FID', async () => {
    const { sent, outcome } = await rawExchange(selectSibling('1101'), '9000');
    expect(sent).toBe('00A4020C021101');
    expect(outcome).toEqual({ kind: 'selected' });
  });

  it.each([
    ['6A82', { kind: 'not-found' }],
    ['6A86', { kind: 'refused', sw: 0x6a86 }],
  ])('%s', async (answer, outcome) => {
    expect((await rawExchange(selectPath(['1000', '1003']), answer)).outcome).toEqual(outcome);
  });
});
