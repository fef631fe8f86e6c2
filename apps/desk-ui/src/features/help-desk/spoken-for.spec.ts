// SPDX-License-Identifier: AGPL-3.0-or-later
import { spokenFor } from './spoken-for';

const OPENED = '2026-11-24T09:43:58Z';

test.each([
  [0, '00:00'],
  [112, '01:52'],
  [3_712, '1:01:52'],
  // This computer's clock is behind.
  [-5, '00:00'],
])('after %i seconds a call has lasted %s', (seconds, shown) => {
  expect(spokenFor(OPENED, Date.parse(OPENED) + seconds * 1_000)).toBe(shown);
});
