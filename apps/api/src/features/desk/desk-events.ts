// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type MessageEvent } from '@nestjs/common';
import { type DeskEvent, EVENT_DESK } from '@sportello/contracts';
import { EMPTY, type Observable, map, merge, of, startWith, switchMap, take, takeUntil, timer } from 'rxjs';
import type { SignedInOperator } from '../../platform/access/caller';
import { Closing } from '../../platform/events/closing';
import { heartbeats } from '../../platform/events/heartbeat';
import { NoticeListener } from '../../platform/events/notice-listener';
import { Clock } from '../../platform/ports/clock';

/** The stream of one desk page: hints that something changed, a first one at once, a heartbeat, and an end with the session. */
@Injectable()
export class DeskEvents {
  constructor(
    private readonly notices: NoticeListener,
    private readonly closing: Closing,
    private readonly clock: Clock,
  ) {}

  of({ desk, sessionId, expiresAt, permissions }: SignedInOperator): Observable<MessageEvent> {
    const expiry = timer(Math.max(0, expiresAt.getTime() - this.clock.now().getTime()));
    const end = merge(this.notices.sessionEnd(sessionId), expiry).pipe(take(1));
    const approvals = permissions.includes('case.decide-approval') ? this.notices.approvalEvents(desk.bodyId) : EMPTY;
    const hints = merge(this.notices.deskEvents(desk.id), approvals).pipe(startWith<DeskEvent>({ topic: 'card' }));
    const sessionIsOver: DeskEvent = { topic: 'session' };
    return merge(merge(hints.pipe(map(message)), heartbeats()).pipe(takeUntil(end)), end.pipe(switchMap(() => of(message(sessionIsOver))))).pipe(
      takeUntil(this.closing.begun),
    );
  }
}

function message(event: DeskEvent): MessageEvent {
  return { type: EVENT_DESK, data: event };
}
