// SPDX-License-Identifier: AGPL-3.0-or-later
import { PROBLEM_CODES } from '@sportello/contracts';
import { hasSentence } from '../notice/problem-tones';
import { slipFor } from './return-slip';

/** Said to a citizen who does not go home with it: the reason is written down here, the envelope is at the other desk. */
const GOES_ON = ['case-at-another-desk', 'applicant-card-reason-missing'];

test('whatever is said across the counter to somebody who goes home is printed too', () => {
  expect(PROBLEM_CODES.filter((code) => hasSentence(code) && slipFor(code) === null)).toEqual(GOES_ON);
});

test('what is no citizen’s matter prints nothing', () => {
  expect(slipFor('wrong-sheet')).toBeNull();
});
