// SPDX-License-Identifier: AGPL-3.0-or-later
import { isReasonTold } from './reason';

it.each([
  ['', false],
  ['  no  ', false],
  [' sì! ', true],
])('a reason %j is told: %s', (text, isTold) => {
  expect(isReasonTold(text)).toBe(isTold);
});
