// SPDX-License-Identifier: AGPL-3.0-or-later
import { ToldMoment } from './told-moment';

function told(day: string, time: string): ToldMoment {
  const moment = new ToldMoment();
  moment.day.set(day);
  moment.time.set(time);
  return moment;
}

test.each([
  ['24/11/2026', '9:12', '2026-11-24T08:12:00.000Z'],
  ['24/11/2026', '09.12.33', '2026-11-24T08:12:33.000Z'],
  ['24/06/2026', '23:59:59', '2026-06-24T21:59:59.000Z'],
  // Clocks go back: of two equal minutes the first.
  ['25/10/2026', '02:30', '2026-10-25T00:30:00.000Z'],
])('%s %s is an instant on the wall of the desk', (day, time, instant) => {
  expect(told(day, time).instant()?.toISOString()).toBe(instant);
});

test.each([
  ['', '09:12'],
  ['24/11/2026', ''],
  ['31/06/2026', '09:12'],
  ['24/11/2026', '24:00'],
  ['24/11/2026', '9'],
])('%j %j is not understood', (day, time) => {
  expect(told(day, time).instant()).toBeUndefined();
});

test('now is written to the second, and is not in the future', () => {
  const moment = new ToldMoment();
  const now = Date.parse('2026-11-24T09:43:58Z');
  moment.setTo(now);
  expect([moment.day(), moment.time()]).toEqual(['24/11/2026', '10:43:58']);
  expect(moment.isLaterThan(now)).toBe(false);
  expect(moment.isLaterThan(now - 1_000)).toBe(true);
});
