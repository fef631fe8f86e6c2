// SPDX-License-Identifier: AGPL-3.0-or-later
import { rawExchange } from '../../testing/raw-exchange';
import { selectApplication, selectBelow, selectMasterFile, selectPath, selectSibling } from './select';

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

  it('goes back to the MF by its FID', async () => {
    expect((await rawExchange(selectMasterFile(), '9000')).sent).toBe('00A4000C023F00');
  });

  it('goes to an application by its AID, and on by a path from there, as was traced on a card of 2025', async () => {
    expect((await rawExchange(selectApplication('A000000530000B104001021A'), '9000')).sent).toBe('00A404000CA000000530000B104001021A');
    expect((await rawExchange(selectBelow(['1100', '1102']), '9000')).sent).toBe('00A409000411001102');
  });

  it('has no use for the FCI that comes with it, nor for one that waits', async () => {
    expect((await rawExchange(selectApplication('A000000530455349474E'), '6F0683023F0082013890009000')).outcome).toEqual({ kind: 'selected' });
  });

  it.each([
    ['6A82', { kind: 'not-found' }],
    ['6A86', { kind: 'refused', sw: 0x6a86 }],
  ])('%s', async (answer, outcome) => {
    expect((await rawExchange(selectPath(['1000', '1003']), answer)).outcome).toEqual(outcome);
  });
});
