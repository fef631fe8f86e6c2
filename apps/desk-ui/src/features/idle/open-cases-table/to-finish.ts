// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenCaseLine } from '@sportello/contracts';
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';

/** What brings a case on its list to its end. */
export function toFinish({ state, isStopped, controlNumber }: OpenCaseLine): Wording {
  if (isStopped) return wording('toFinish.stopped');
  return wording(`toFinish.${state}`, { sheet: controlNumber ?? '' });
}

/** For how long a case has been as it is: in minutes, then hours, then days. */
export function since(changedAt: string, now: number): Wording {
  const minutes = Math.max(0, Math.floor((now - Date.parse(changedAt)) / 60_000));
  if (minutes < 60) return wording('since.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? wording('since.hours', { count: hours }) : wording('since.days', { count: Math.floor(hours / 24) });
}
