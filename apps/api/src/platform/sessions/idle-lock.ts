// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SignedInOperator } from '../access/caller';

/** A use is written down at most this often: it decides over minutes. */
const USE_GRAIN_SECONDS = 30;
/** So long after somebody proved who they are they may change by what they sign in. */
const PROOF_SECONDS = 10 * 60;

type SessionTimes = Pick<SignedInOperator, 'usedAt' | 'provedAt' | 'lockedAt'>;

/** Whether somebody locked it, or no hand used it for so long that it counts as locked. */
export function isSessionLocked({ lockedAt, usedAt }: SessionTimes, idleMinutes: number, now: Date): boolean {
  return lockedAt !== null || secondsSince(usedAt, now) >= idleMinutes * 60;
}

export function isUseWorthNoting({ usedAt }: SessionTimes, now: Date): boolean {
  return secondsSince(usedAt, now) >= USE_GRAIN_SECONDS;
}

/** Whoever finds a session open may work in it, and not make it their own. */
export function isFreshlyProved({ provedAt }: SessionTimes, now: Date): boolean {
  return secondsSince(provedAt, now) < PROOF_SECONDS;
}

function secondsSince(instant: Date, now: Date): number {
  return (now.getTime() - instant.getTime()) / 1000;
}
