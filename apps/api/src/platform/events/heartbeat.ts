// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MessageEvent } from '@nestjs/common';
import { EVENT_HEARTBEAT, HEARTBEAT_MS } from '@sportello/contracts';
import { type Observable, interval, map } from 'rxjs';

/** Says every fifteen seconds that a silent stream is alive. */
export function heartbeats(): Observable<MessageEvent> {
  return interval(HEARTBEAT_MS).pipe(map(() => ({ type: EVENT_HEARTBEAT, data: '{}' })));
}
