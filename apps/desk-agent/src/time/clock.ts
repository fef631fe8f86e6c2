// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as delay } from 'node:timers/promises';

/** Time as the station sees it; tests hand in their own. */
export interface Clock {
  /** The calendar's time: for instants that travel. It may jump. */
  now(): Date;
  /** Milliseconds that only grow: for measuring. */
  elapsed(): number;
  /** Resolves early when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  elapsed: () => performance.now(),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
