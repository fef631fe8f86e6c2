// SPDX-License-Identifier: AGPL-3.0-or-later

/** Pauses that grow from one failure to the next and are drawn at random below their limit, so that fifty stations do not come back in the same instant. */
export interface BackOff {
  /** Milliseconds to wait before the next try. */
  next(): number;
  /** After a success. */
  reset(): void;
}

export interface BackOffOptions {
  readonly firstMs: number;
  readonly longestMs: number;
  /** From 0 up to, but not, 1. */
  readonly random?: () => number;
}

export function createBackOff({ firstMs, longestMs, random = Math.random }: BackOffOptions): BackOff {
  let failures = 0;
  return {
    next() {
      const limit = Math.min(longestMs, firstMs * 2 ** failures);
      failures = Math.min(failures + 1, 30);
      // Half is certain: a pause near zero would be no pause.
      return limit / 2 + (limit / 2) * random();
    },
    reset() {
      failures = 0;
    },
  };
}
