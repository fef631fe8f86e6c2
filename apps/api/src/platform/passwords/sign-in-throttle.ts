// SPDX-License-Identifier: AGPL-3.0-or-later
/** Attempts of the same account from the same source, of the source with any account, and of the account from anywhere. */
export interface RecentAttempts {
  /** By this browser, if the account knows it; else from this source. Since the last success. */
  readonly failuresOfPair: number;
  readonly lastFailureOfPair: Date | null;
  /** Within the window. */
  readonly failuresOfSource: number;
  readonly lastFailureOfSource: Date | null;
  /** By browsers that the account does not know, within the window. */
  readonly failuresOfAccount: number;
  readonly lastFailureOfAccount: Date | null;
  /** Whether the account ever signed in from this source. */
  readonly isKnownPair: boolean;
  /** Whether the account ever signed in with this browser. */
  readonly isKnownBrowser: boolean;
}

export const SOURCE_WINDOW_MINUTES = 15;
export const ACCOUNT_WINDOW_MINUTES = 24 * 60;

const FREE_FAILURES_OF_PAIR = 5;
const FREE_FAILURES_OF_SOURCE = 30;
const FREE_FAILURES_OF_ACCOUNT = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;

/**
 * Seconds that a caller has to wait before the next attempt is looked at; 0 when none. A browser that the account knows waits for its own failures alone, whoever
 * else tries that account, at the same address too. Any other waits for those from its address; a source that fails with many accounts waits for the ones that it
 * never signed in with, so that nobody behind the same address locks the desk out; and an account that is tried from everywhere waits for whoever it does not know.
 */
export function secondsToWait(attempts: RecentAttempts, now: Date): number {
  const pair = wait(attempts.failuresOfPair - FREE_FAILURES_OF_PAIR, attempts.lastFailureOfPair, now);
  if (attempts.isKnownPair || attempts.isKnownBrowser) return pair;
  const source = wait(attempts.failuresOfSource - FREE_FAILURES_OF_SOURCE, attempts.lastFailureOfSource, now);
  const account = wait(attempts.failuresOfAccount - FREE_FAILURES_OF_ACCOUNT, attempts.lastFailureOfAccount, now);
  return Math.max(pair, source, account);
}

/** Half a minute after the first failure too many, twice as long after each further one. */
function wait(failuresTooMany: number, lastFailure: Date | null, now: Date): number {
  if (failuresTooMany < 0 || lastFailure === null) return 0;
  const seconds = Math.min(30 * 2 ** failuresTooMany, LONGEST_WAIT_SECONDS);
  return Math.max(0, Math.ceil(seconds - (now.getTime() - lastFailure.getTime()) / 1000));
}
