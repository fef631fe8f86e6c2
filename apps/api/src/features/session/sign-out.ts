// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { SessionRepository } from '../../platform/sessions/session.repository';

@Injectable()
export class SignOut {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(caller: SignedInOperator, requestId: string): Promise<void> {
    const { sessionId, desk } = caller;
    await this.unitOfWork.run(async (transaction) => {
      await transaction.repository(SessionRepository).end(sessionId);
      transaction.audit({ act: 'session.closed', actor: actorOf(caller), requestId, deskId: desk.id, details: { sessionId } });
      transaction.notify({ to: 'session', sessionId });
      transaction.notify({ to: 'people', bodyId: desk.bodyId });
    });
  }
}
