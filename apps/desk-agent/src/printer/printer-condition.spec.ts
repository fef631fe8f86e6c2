// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterDescription } from '@sportello/ipp';
import { canPrint, conditionHere, conditionOf, conditionOfAnswer } from './printer-condition';

describe('a printer\'s condition, for the desk', () => {
  it.each([
    [['ready'], 'ready'],
    [['toner-low', 'ready'], 'ready'],
    [['media-low', 'printing'], 'printing'],
    [['media-jam', 'printing'], 'media-jam'],
    [['door-open', 'media-empty'], 'door-open'],
    [['tray-missing'], 'media-empty'],
    [['output-full'], 'output-full'],
    [['toner-empty', 'media-low'], 'toner-empty'],
    [['paused'], 'stopped'],
  ] as const)('of %j is %s', (conditions, word) => {
    expect(conditionOf(conditions)).toBe(word);
  });

  it.each([
    [{ kind: 'unreachable', code: 'ECONNREFUSED' }, 'offline'],
    [{ kind: 'timeout' }, 'offline'],
    [{ kind: 'certificate-mismatch' }, 'certificate-changed'],
  ] as const)('that answers %j is %s', (fault, word) => {
    expect(conditionOfAnswer(fault)).toBe(word);
  });

  it.each([
    ['printer', false, 'ready'],
    ['queue', false, 'spools-to-disk'],
    ['unclear', false, 'spools-to-disk'],
    ['queue', true, 'ready'],
    ['unclear', true, 'ready'],
  ] as const)('of a %s, where documents may lie on a disk: %s, is %s', (spooling, mayKeepOnDisk, word) => {
    const answer = { kind: 'printer', spooling, conditions: ['ready'] } as unknown as PrinterDescription;
    expect(conditionHere(answer, { mayKeepOnDisk })).toBe(word);
  });

  it('lets a printer that prints something else take a job', () => {
    expect(['ready', 'printing', 'media-jam', 'offline', 'unknown'].map((word) => canPrint(word as 'ready'))).toEqual([true, true, false, false, false]);
  });
});
