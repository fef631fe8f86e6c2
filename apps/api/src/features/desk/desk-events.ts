// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable, type MessageEvent } from '@nestjs/common';
import type { DeskEvent } from '@sportello/contracts';
import { EMPTY, type Observable, merge, startWith } from 'rxjs';
import type { SignedInOperator } from '../../platform/access/caller';
import { NoticeListener } from '../../platform/events/notice-listener';
import { SessionEvents } from '../../platform/events/session-events';

/** The stream of one desk page: what changed at the desk, and for supervisors among the approvals of the body. */
@Injectable()
export class DeskEvents {
  constructor(
    private readonly notices: NoticeListener,
    private readonly session: SessionEvents,
  ) {}

  of(caller: SignedInOperator): Observable<MessageEvent> {
    const { desk, permissions } = caller;
    const approvals = permissions.includes('case.decide-approval') ? this.notices.approvalEvents(desk.bodyId) : EMPTY;
    return this.session.with(caller, merge(this.notices.deskEvents(desk.id), approvals).pipe(startWith<DeskEvent>({ topic: 'card' })));
  }
}
