// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { InvitePersonRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { NOBODYS_HASH } from '../../platform/passwords/check-credentials';
import type { Refusal } from '../../platform/problems/refusal';
import { askRoleChange } from './ask-role-change';
import { PeopleRepository } from './people.repository';
import type { PersonUseCase } from './person-acts';
import { serveDesks } from './serve-desks';
import { tellPerson } from './tell-person';

/** Adds a person who may do nothing yet: the roles are asked of a second administrator, and only then there is a code to hand over. */
@Injectable()
export class InvitePerson implements PersonUseCase<InvitePersonRequest> {
  async run(transaction: Transaction, act: Act, request: InvitePersonRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { username, displayName, codiceFiscale, deskIds, roles, isInTraining, reason } = request;
    const people = transaction.repository(PeopleRepository);
    const [homeDeskId = ''] = deskIds;
    const ofBody = new Set((await people.desksOfBody(act.caller.desk.bodyId)).map(({ id }) => id));
    if (!deskIds.every((id) => ofBody.has(id))) return refuse({ kind: 'invalid-request', details: { fields: ['deskIds'] } });
    if (await people.isUsernameTaken(username)) return refuse({ kind: 'username-taken' });
    const id = transaction.newId();
    await people.add({ id, homeDeskId, username, passwordHash: NOBODYS_HASH, displayName, codiceFiscale, isInTraining, now: transaction.now });
    await serveDesks(transaction, id, deskIds);
    tellPerson(transaction, act, 'person.invited', id, { details: { homeDeskId, deskIds, isInTraining } });
    await askRoleChange(transaction, act, id, { what: 'roles', before: [], after: [...new Set(roles)] }, reason);
    return accept({ subjectId: id });
  }
}
