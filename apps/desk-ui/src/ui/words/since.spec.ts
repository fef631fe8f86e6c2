// SPDX-License-Identifier: AGPL-3.0-or-later
import { since } from './since';

const now = Date.parse('2026-11-24T10:00:00Z');

test.each([
  ['2026-11-24T09:59:30Z', 'since.minutes', 0],
  ['2026-11-24T09:25:00Z', 'since.minutes', 35],
  ['2026-11-24T08:40:00Z', 'since.hours', 1],
  ['2026-11-22T09:00:00Z', 'since.days', 2],
])('a case that changed at %s', (changedAt, key, count) => {
  expect(since(changedAt, now)).toEqual({ key, params: { count } });
});

test('a clock that is a little behind does not count backwards', () => {
  expect(since('2026-11-24T10:00:05Z', now)).toEqual({ key: 'since.minutes', params: { count: 0 } });
});
