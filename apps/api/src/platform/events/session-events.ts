// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type MessageEvent } from '@nestjs/common';
import { type DeskEvent, EVENT_DESK } from '@sportello/contracts';
import { EMPTY, type Observable, map, merge, of, startWith, switchMap, take, takeUntil, timer } from 'rxjs';
import type { SignedInOperator } from '../access/caller';
import { Clock } from '../ports/clock';
import { Closing } from './closing';
import { heartbeats } from './heartbeat';
import { NoticeListener } from './notice-listener';

/** The stream of one page: hints that something changed that its person may read, a first one at once, a heartbeat, and an end with the session. */
@Injectable()
export class SessionEvents {
  constructor(
    private readonly notices: NoticeListener,
    private readonly closing: Closing,
    private readonly clock: Clock,
  ) {}

  /** For whoever sees no desk: what their permissions let them hear, and the end of the session. Whenever some of it may have been missed they are told to read again. */
  of(caller: SignedInOperator): Observable<MessageEvent> {
    const sessionMayHaveChanged: DeskEvent = { topic: 'session' };
    return this.with(caller, this.notices.reconnected().pipe(map(() => sessionMayHaveChanged), startWith(sessionMayHaveChanged)));
  }

  /** The same beside `hints` of one's own. */
  with({ desk, sessionId, expiresAt, permissions }: SignedInOperator, hints: Observable<DeskEvent>): Observable<MessageEvent> {
    const expiry = timer(Math.max(0, expiresAt.getTime() - this.clock.now().getTime()));
    const end = merge(this.notices.sessionEnd(sessionId), expiry).pipe(take(1));
    const people = permissions.includes('people.read') ? this.notices.peopleEvents(desk.bodyId) : EMPTY;
    const calls = permissions.includes('call.read') ? this.notices.callEvents(desk.id) : EMPTY;
    const revocations = permissions.includes('revocation.read') ? this.notices.revocationEvents() : EMPTY;
    const sessionIsOver: DeskEvent = { topic: 'session' };
    return merge(merge(merge(hints, people, calls, revocations).pipe(map(message)), heartbeats()).pipe(takeUntil(end)), end.pipe(switchMap(() => of(message(sessionIsOver))))).pipe(takeUntil(this.closing.begun));
  }
}

function message(event: DeskEvent): MessageEvent {
  return { type: EVENT_DESK, data: event };
}
