// SPDX-License-Identifier: AGPL-3.0-or-later
import { systemClock } from './system-clock';

describe('the system clock', () => {
  it('sleeps as long as asked', async () => {
    const before = systemClock.now();
    await systemClock.sleep(20);
    expect(systemClock.now() - before).toBeGreaterThanOrEqual(19);
  });

  it('wakes early when the signal aborts', async () => {
    const stop = new AbortController();
    const sleeping = systemClock.sleep(60_000, stop.signal);
    stop.abort();
    await expect(sleeping).resolves.toBeUndefined();
  });
});
