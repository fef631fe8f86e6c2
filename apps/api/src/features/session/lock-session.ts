// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { SessionRepository } from '../../platform/sessions/session.repository';

/** Nothing of the session but its lock answers from here on, in any window; what stations do for it goes on. */
@Injectable()
export class LockSession {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(caller: SignedInOperator, requestId: string): Promise<void> {
    const { sessionId, desk } = caller;
    await this.unitOfWork.run(async (transaction) => {
      if (!(await transaction.repository(SessionRepository).lock(sessionId, transaction.now))) return;
      transaction.audit({ act: 'session.locked', actor: actorOf(caller), requestId, deskId: desk.id, details: { sessionId } });
      // Pages that show it elsewhere look again, and are told.
      transaction.notify({ to: 'session', sessionId });
    });
  }
}
