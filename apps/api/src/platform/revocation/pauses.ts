// SPDX-License-Identifier: AGPL-3.0-or-later
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const FIRST_LOOK_MS = 100;
const MOST_DOUBLINGS = 20;

/** After so many tries without an answer: twice as long each time, and half of it by chance. */
export function pauseMs(tries: number, chance: number): number {
  return growing(FIRST_PAUSE_MS, tries, LONGEST_PAUSE_MS) * (0.5 + chance / 2);
}

/** After so many looks at a certificate that is not seen revoked yet. */
export function lookPauseMs(looks: number): number {
  return growing(FIRST_LOOK_MS, looks, LONGEST_PAUSE_MS);
}

function growing(first: number, count: number, longest: number): number {
  return Math.min(first * 2 ** Math.min(Math.max(count - 1, 0), MOST_DOUBLINGS), longest);
}
