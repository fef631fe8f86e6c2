// SPDX-License-Identifier: AGPL-3.0-or-later
import { it } from '../../testing/catalogues';
import { caseView } from '../../testing/fixtures';
import { stopOf } from './stopped-case';

const stopped = (details?: Record<string, unknown>) => caseView('interrupted', { obstacle: { code: 'supervisor-needed', ...(details && { details }) } });

test('a case that goes on by itself is not stopped', () => {
  expect(stopOf(caseView('interrupted'))).toBeNull();
  expect(stopOf(caseView('interrupted', { obstacle: { code: 'no-card' } }))).toBeNull();
});

test.each(['transport-codes-refused', 'issuer-auth-refused', 'cryptogram-refused', 'blocked', 'supervisor-needed', 'refused-by-card', 'blob-not-opened', 'too-many-writes'] as const)(
  '%s is told in its own words',
  (because) => {
    const told = stopOf(stopped({ because, statusWord: '63C2' }));
    expect(told).toMatchObject({ title: { key: `stopped.because.${because}.title` }, isElsewhere: false });
    expect(it.stopped.because[because].text).not.toBe('');
  },
);

test('codes that another station has are finished there, by its name', () => {
  expect(stopOf(stopped({ because: 'codes-at-another-station', station: 'Postazione 1' }))).toMatchObject({ text: { params: { station: 'Postazione 1' } }, isElsewhere: true });
});

test('codes of a station that is no more cannot be finished anywhere without a decision', () => {
  expect(stopOf(stopped({ because: 'codes-at-another-station', station: null }))).toMatchObject({ title: { key: 'stopped.because.codes-at-lost-station.title' }, isElsewhere: false });
});

test('a reason that this page does not know is still told', () => {
  expect(stopOf(stopped({ because: 'something-new' }))?.title.key).toBe('problems.supervisor-needed.title');
});
