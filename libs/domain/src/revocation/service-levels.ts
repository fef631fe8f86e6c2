// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenRevocationState, RevocationState } from './revocation-states';
import { isOpenRevocation } from './revocation-states';

export interface ServiceLevel {
  /** How long a request usually stays in the state, at most. */
  readonly dueMinutes: number;
  /** Beyond this somebody is told. */
  readonly lateMinutes: number;
}

/** What each open state may take. No source promises any of it: the figures are ours. */
export const REVOCATION_SERVICE_LEVELS: Readonly<Record<OpenRevocationState, ServiceLevel>> = {
  logged: { dueMinutes: 30, lateMinutes: 120 },
  verified: { dueMinutes: 1, lateMinutes: 5 },
  transmitted: { dueMinutes: 1, lateMinutes: 10 },
  waiting: { dueMinutes: 60, lateMinutes: 240 },
  silent: { dueMinutes: 5, lateMinutes: 30 },
  'refused-by-authority': { dueMinutes: 5, lateMinutes: 30 },
  'awaiting-supervisor': { dueMinutes: 60, lateMinutes: 240 },
  // A list of revoked certificates comes out once a day at the latest.
  accepted: { dueMinutes: 60, lateMinutes: 1_440 },
};

/** Sent, and without an answer that counts: a request that is tried again and again waits since it first went out. */
const UNDER_WAY: readonly RevocationState[] = ['transmitted', 'silent', 'refused-by-authority'];

/** Whether a move begins no wait of its own. */
export function isSameWait(from: RevocationState, to: RevocationState): boolean {
  return UNDER_WAY.includes(from) && UNDER_WAY.includes(to);
}

export const SERVICE_AGES = ['in-time', 'due', 'late', 'ended'] as const;

export type ServiceAge = (typeof SERVICE_AGES)[number];

/** How a request stands that has been in a state since an instant. */
export function serviceAgeOf(state: RevocationState, since: Date, now: Date, levels: Readonly<Record<OpenRevocationState, ServiceLevel>> = REVOCATION_SERVICE_LEVELS): ServiceAge {
  if (!isOpenRevocation(state)) return 'ended';
  const minutes = (now.getTime() - since.getTime()) / 60_000;
  const { dueMinutes, lateMinutes } = levels[state];
  if (minutes > lateMinutes) return 'late';
  return minutes > dueMinutes ? 'due' : 'in-time';
}
