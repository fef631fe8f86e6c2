// SPDX-License-Identifier: AGPL-3.0-or-later
import { withThoseElsewhere } from './attempts-elsewhere';

const none = { hasAttemptedPuk: false, unansweredProbes: 0, triesLeft: null };

test('codes that were written nowhere else are written as the own journal says', () => {
  expect(withThoseElsewhere(none, {})).toEqual(none);
});

test('after a write elsewhere the card is asked which PUK it has before the transport PUK is presented', () => {
  expect(withThoseElsewhere(none, { begunElsewhere: 1 })).toEqual({ hasAttemptedPuk: true, unansweredProbes: 0, triesLeft: null });
});

test('after three writes elsewhere one question is left', () => {
  expect(withThoseElsewhere(none, { begunElsewhere: 3 })).toMatchObject({ hasAttemptedPuk: true, unansweredProbes: 1 });
});

test('what the own journal knows since then counts', () => {
  const own = { hasAttemptedPuk: true, unansweredProbes: 0, triesLeft: 2 };
  expect(withThoseElsewhere(own, { begunElsewhere: 3 })).toEqual(own);
});
