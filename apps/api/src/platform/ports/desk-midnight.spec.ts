// SPDX-License-Identifier: AGPL-3.0-or-later
import { deskMidnight } from './desk-midnight';

describe('the beginning of the desk’s day', () => {
  it.each([
    ['in winter', '2026-11-24T09:00:00Z', '2026-11-23T23:00:00.000Z'],
    ['in summer', '2026-07-01T09:00:00Z', '2026-06-30T22:00:00.000Z'],
    ['just after midnight', '2026-11-23T23:00:00Z', '2026-11-23T23:00:00.000Z'],
    ['just before midnight', '2026-11-23T22:59:59Z', '2026-11-22T23:00:00.000Z'],
    ['on the day when the clocks go forward', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z'],
    ['on the day when they go back', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z'],
  ])('is midnight in Rome %s', (_, now, midnight) => {
    expect(deskMidnight(new Date(now)).toISOString()).toBe(midnight);
  });
});
