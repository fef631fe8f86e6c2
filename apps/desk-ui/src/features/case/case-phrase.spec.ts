// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KINDS, CASE_STATES } from '@sportello/domain';
import italian from '../../i18n/citizen/it.json';
import { phraseOfCase } from './case-phrase';

describe('the phrase of a step', () => {
  test.each([
    ['holder', 'recognised', 'written'],
    ['emancipated-minor', 'recognised', 'written'],
    ['parent-of-minor', 'recognised-minor', 'written-minor'],
    ['guardian-of-minor', 'recognised-minor', 'written-minor'],
    ['guardian-of-ward', 'recognised-represented', 'written-represented'],
    ['curator-of-ward', 'recognised-represented', 'written-represented'],
    ['support-administrator', 'recognised-represented', 'written-represented'],
    ['health-delegate', 'recognised-delegate', 'written-delegate'],
  ] as const)('speaks to %s of whose envelope it is', (kind, recognised, written) => {
    expect(phraseOfCase({ state: 'recognised', obstacle: null, kind })).toBe(recognised);
    expect(phraseOfCase({ state: 'written', obstacle: null, kind })).toBe(written);
    expect(phraseOfCase({ state: 'undelivered', obstacle: null, kind })).toBe(written);
  });

  test('exists for every state of every kind', () => {
    for (const kind of CASE_KINDS) for (const state of CASE_STATES) expect([state, phraseOfCase({ state, obstacle: null, kind }) in italian]).toEqual([state, true]);
  });

  test('of a case that does not go on by itself says that somebody is called', () => {
    expect(phraseOfCase({ state: 'interrupted', obstacle: { code: 'supervisor-needed', details: {} }, kind: 'holder' })).toBe('stopped');
  });
});
