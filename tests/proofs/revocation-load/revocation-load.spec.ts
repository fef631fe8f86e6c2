// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from './load';

describe('requests to revoke, while the authority goes away and comes back', () => {
  it('are none of them lost, and none doubled', async () => {
    const tally = await load({ seconds: 4, rate: 25, calm: { seconds: 1, rate: 10 }, climb: [{ seconds: 1, rate: 15 }] });
    expect(tally).toMatchObject({ requests: 100, notRecorded: {}, lost: 0, doubled: 0 });
    // Whoever was heard was heard: nothing went out twice but what was in hand when the authority went away.
    expect(tally.heard).toBeGreaterThanOrEqual(125);
  });
});
