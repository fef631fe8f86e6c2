// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorWord } from '../log/error-code';
import type { Clock } from '../time/clock';

/** What the server says to anybody who asks, without a signature: a station that runs is not disturbed by a sequence number that is not its own. */
export type ServerAnswer =
  | { readonly kind: 'answered'; readonly isReady: boolean; readonly status: number; /** Positive: this computer is ahead. Null: the server did not tell its time. */ readonly secondsAhead: number | null }
  | { readonly kind: 'unreachable'; readonly because: string };

const patienceMs = 10_000;

export async function askServer(serverUrl: string, clock: Clock): Promise<ServerAnswer> {
  try {
    const asked = clock.now().getTime();
    const response = await fetch(`${serverUrl}/api/health/ready`, { signal: AbortSignal.timeout(patienceMs), redirect: 'manual' });
    const halfway = (asked + clock.now().getTime()) / 2;
    await response.body?.cancel();
    const told = Date.parse(response.headers.get('date') ?? '');
    return { kind: 'answered', isReady: response.ok, status: response.status, secondsAhead: Number.isNaN(told) ? null : Math.round((halfway - told) / 1_000) };
  } catch (error) {
    return { kind: 'unreachable', because: errorWord(error) };
  }
}
