// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { ServedDesksRepository } from '../../platform/people/served-desks.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { OpenSession, type OpenedSession } from '../../platform/sessions/open-session';
import { SessionRepository } from '../../platform/sessions/session.repository';

export interface Move {
  readonly deskId: string;
  readonly requestId: string;
  /** Of the session that goes on at the other desk. */
  readonly token: string | undefined;
}

/** Goes on at another desk that the person serves, in a session of its own. What is open stays with its desk: a case, a card in the reader and a running print are the desk's, and its colleagues finish them. */
@Injectable()
export class MoveToDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly openSession: OpenSession,
  ) {}

  run({ operator, desk, sessionId, expiresAt, provedAt, mayOnlyEnrol }: SignedInOperator, { deskId, requestId, token }: Move): Promise<Outcome<OpenedSession, Refusal>> {
    return this.unitOfWork.run(async (transaction) => {
      if (!(await transaction.repository(ServedDesksRepository).serves(operator.id, deskId))) return refuse({ kind: 'desk-not-served' });
      const means = await transaction.repository(SessionRepository).meansOf(sessionId);
      const opened = await this.openSession.run(transaction, { operator, deskId, means, requestId, earlierToken: token, expiresAt, provedAt, mayOnlyEnrol });
      if (opened.ok) transaction.audit({ act: 'session.desk-changed', actor: { kind: 'operator', operatorId: operator.id }, requestId, deskId, details: { fromDeskId: desk.id } });
      return opened;
    });
  }
}
