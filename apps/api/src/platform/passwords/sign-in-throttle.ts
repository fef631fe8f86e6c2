// SPDX-License-Identifier: AGPL-3.0-or-later
/** Attempts of the same account from the same source, and of the source with any account. */
export interface RecentAttempts {
  /** Since the last success of the pair. */
  readonly failuresOfPair: number;
  readonly lastFailureOfPair: Date | null;
  /** Within the window. */
  readonly failuresOfSource: number;
  readonly lastFailureOfSource: Date | null;
  /** Whether the account ever signed in from this source. */
  readonly isKnownPair: boolean;
}

export const SOURCE_WINDOW_MINUTES = 15;

const FREE_FAILURES_OF_PAIR = 5;
const FREE_FAILURES_OF_SOURCE = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;

/**
 * Seconds that a caller has to wait before the next attempt is looked at; 0 when none. An account waits only for the source that failed with it, so that nobody
 * elsewhere locks an operator out; and a source that fails with many accounts waits for the ones that it never signed in with, so that nobody behind the same
 * address locks the desk out either.
 */
export function secondsToWait(attempts: RecentAttempts, now: Date): number {
  const pair = wait(attempts.failuresOfPair - FREE_FAILURES_OF_PAIR, attempts.lastFailureOfPair, now);
  const source = attempts.isKnownPair ? 0 : wait(attempts.failuresOfSource - FREE_FAILURES_OF_SOURCE, attempts.lastFailureOfSource, now);
  return Math.max(pair, source);
}

/** Half a minute after the first failure too many, twice as long after each further one. */
function wait(failuresTooMany: number, lastFailure: Date | null, now: Date): number {
  if (failuresTooMany < 0 || lastFailure === null) return 0;
  const seconds = Math.min(30 * 2 ** failuresTooMany, LONGEST_WAIT_SECONDS);
  return Math.max(0, Math.ceil(seconds - (now.getTime() - lastFailure.getTime()) / 1000));
}
