// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { InvitationCode } from '@sportello/contracts';
import { type Outcome, accept, INVITATION_DAYS, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import type { Refusal } from '../../platform/problems/refusal';
import { EnrolmentCodes, macOfTypedCode } from '../../platform/stations/enrolment-codes';
import { InvitationRepository } from './invitation.repository';
import { PeopleRepository } from './people.repository';

const DAY_MS = 86_400_000;

/** A code for somebody who was given roles and has no password yet. It is in this answer and nowhere else: asked for again, there is a new one, and the earlier is void. */
@Injectable()
export class MakeInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: EnrolmentCodes,
    private readonly keys: Keys,
  ) {}

  run(caller: SignedInOperator, personId: string, requestId: string): Promise<Outcome<InvitationCode, Refusal>> {
    const { operator, desk } = caller;
    const code = this.codes.draw();
    return this.unitOfWork.run(async (transaction) => {
      const people = transaction.repository(PeopleRepository);
      await people.holdBody(desk.bodyId);
      const person = await people.person(desk.bodyId, personId, transaction.now);
      if (!person) return refuse({ kind: 'not-found' });
      if (person.state !== 'invited') return refuse({ kind: person.state === 'active' ? 'already-joined' : 'person-left' });
      if (person.roles.length === 0) return refuse({ kind: 'roles-not-given' });
      const expiresAt = new Date(transaction.now.getTime() + INVITATION_DAYS * DAY_MS);
      await transaction.repository(InvitationRepository).make({
        id: transaction.newId(),
        operatorId: personId,
        codeMac: macOfTypedCode(this.keys, 'invitation-code', code),
        madeBy: operator.id,
        madeAt: transaction.now,
        expiresAt,
      });
      transaction.audit({ act: 'person.invitation-made', actor: actorOf(caller), requestId, deskId: desk.id, subject: { kind: 'operator', id: personId }, details: { operatorId: personId, expiresAt: expiresAt.toISOString() } });
      transaction.notify({ to: 'people', bodyId: desk.bodyId });
      return accept({ code, username: person.username, displayName: person.displayName, expiresAt: expiresAt.toISOString() });
    });
  }
}
