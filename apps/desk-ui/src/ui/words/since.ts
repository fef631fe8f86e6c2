// SPDX-License-Identifier: AGPL-3.0-or-later
import { wording } from './wording';
import type { Wording } from './wording';

/** For how long something has been as it is. */
export function since(changedAt: string, now: number): Wording {
  return lasting(Math.max(0, Math.floor((now - Date.parse(changedAt)) / 60_000)));
}

/** In minutes, then hours, then days. */
export function lasting(minutes: number): Wording {
  if (minutes < 60) return wording('since.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? wording('since.hours', { count: hours }) : wording('since.days', { count: Math.floor(hours / 24) });
}
