// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Problem } from '@sportello/contracts';

/** What came of telling a CIP that was not recognised. */
export interface CipMismatch {
  /** Milliseconds since the epoch, by this computer's clock: earlier nothing is looked at. */
  readonly retryAt: number;
  /** It was asked too early: nothing was compared. */
  readonly isTooEarly: boolean;
  /** So many were wrong that a request may be recorded without. */
  readonly mayRecordUnverified: boolean;
}

/** Reads it out of the problem that says so; undefined: it was another. */
export function mismatchIn({ code, details }: Problem, now: number): CipMismatch | undefined {
  if (code !== 'cip-mismatch' && code !== 'too-many-attempts') return undefined;
  const seconds = details?.['retryAfterSeconds'];
  return {
    retryAt: now + (typeof seconds === 'number' ? seconds * 1_000 : 0),
    isTooEarly: code === 'too-many-attempts',
    mayRecordUnverified: details?.['mayRecordUnverified'] === true,
  };
}
