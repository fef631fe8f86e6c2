// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { approvalWait } from './approval-wait';

const asked: NonNullable<CaseView['approval']> = {
  id: '0191f2a0-0000-7000-8000-0000000000ff',
  state: 'waiting',
  askedAt: '2026-11-24T09:40:00Z',
  expiresAt: '2026-11-24T10:10:00Z',
  askedBy: 'L. Bini',
  decidedBy: null,
  reason: null,
  decree: null,
  isDeferred: false,
  validThrough: null,
  isOwn: true,
};
const at = (time: string): number => Date.parse(`2026-11-24T${time}Z`);

test.each([
  ['09:39:55', 0, false],
  ['09:42:59', 2, false],
  ['09:43:00', 3, true],
  ['10:05:00', 25, true],
])('at %s the request of 09:40 waits for %i minutes: long enough to go home, %s', (time, minutes, isLong) => {
  expect(approvalWait(asked, at(time))).toEqual({ kind: 'waiting', minutes, isLong });
});

test('whose citizen went waits for them, however long', () => {
  expect(approvalWait({ ...asked, isDeferred: true }, at('20:00:00'))).toEqual({ kind: 'deferred' });
});

test.each([
  ['expired', 'expired'],
  ['approved', 'going-on'],
  ['refused', 'going-on'],
  ['withdrawn', 'going-on'],
] as const)('%s it is %s', (state, kind) => {
  expect(approvalWait({ ...asked, state }, at('09:41:00'))).toEqual({ kind });
});

test('a case without a request goes on', () => {
  expect(approvalWait(null, 0)).toEqual({ kind: 'going-on' });
});
