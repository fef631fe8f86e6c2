// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { type RecentAttempts, secondsToWait } from './sign-in-throttle';

const NOW = new Date('2026-11-24T09:00:00Z');
const secondsAgo = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000);
const NONE: RecentAttempts = { failuresOfPair: 0, lastFailureOfPair: null, failuresOfSource: 0, lastFailureOfSource: null, failuresOfAccount: 0, lastFailureOfAccount: null, isKnownPair: false, isKnownBrowser: false };

describe('the throttle of sign-ins', () => {
  it('lets the first five failures of an account at a source pass', () => {
    expect(secondsToWait(NONE, NOW)).toBe(0);
    expect(secondsToWait({ ...NONE, failuresOfPair: 4, lastFailureOfPair: NOW }, NOW)).toBe(0);
  });

  it('asks half a minute after the fifth, and twice as much after each further one, up to a quarter of an hour', () => {
    const waits = [5, 6, 7, 20].map((failuresOfPair) => secondsToWait({ ...NONE, failuresOfPair, lastFailureOfPair: NOW }, NOW));
    expect(waits).toEqual([30, 60, 120, 900]);
  });

  it('counts the time that has passed since the last failure', () => {
    expect(secondsToWait({ ...NONE, failuresOfPair: 5, lastFailureOfPair: secondsAgo(12) }, NOW)).toBe(18);
    expect(secondsToWait({ ...NONE, failuresOfPair: 5, lastFailureOfPair: secondsAgo(31) }, NOW)).toBe(0);
  });

  it('makes a source that failed with many accounts wait, but not for an account that signed in from there before', () => {
    const attacked = { ...NONE, failuresOfSource: 30, lastFailureOfSource: NOW };
    expect(secondsToWait(attacked, NOW)).toBe(30);
    expect(secondsToWait({ ...attacked, isKnownPair: true }, NOW)).toBe(0);
  });

  it('makes whoever an account does not know wait when it is tried from everywhere, and never a browser that it knows', () => {
    const tried = { ...NONE, failuresOfAccount: 30, lastFailureOfAccount: NOW };
    expect(secondsToWait(tried, NOW)).toBe(30);
    expect(secondsToWait({ ...tried, failuresOfAccount: 500 }, NOW)).toBe(900);
    expect(secondsToWait({ ...tried, failuresOfAccount: 500, isKnownBrowser: true }, NOW)).toBe(0);
  });

  it('asks nothing of a known browser for what others do, whatever they do, and its own failures count as ever', () => {
    const failures = fc.nat({ max: 10_000 });
    fc.assert(
      fc.property(failures, failures, fc.nat({ max: 4 }), fc.boolean(), (failuresOfSource, failuresOfAccount, failuresOfPair, isKnownPair) => {
        const attacked = { failuresOfPair, lastFailureOfPair: NOW, failuresOfSource, lastFailureOfSource: NOW, failuresOfAccount, lastFailureOfAccount: NOW, isKnownPair, isKnownBrowser: true };
        expect(secondsToWait(attacked, NOW)).toBe(0);
        expect(secondsToWait({ ...attacked, failuresOfPair: failuresOfPair + 5 }, NOW)).toBe(30 * 2 ** failuresOfPair);
      }),
    );
  });
});
