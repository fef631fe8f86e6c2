// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CipMismatch } from '../../data/help-desk/cip-answer';

/** Seconds until the next try is looked at; 0: now. */
export function waitFor(mismatch: CipMismatch | null, now: number): number {
  return mismatch === null ? 0 : Math.max(0, Math.ceil((mismatch.retryAt - now) / 1_000));
}
