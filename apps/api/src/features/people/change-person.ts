// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ChangePersonRequest } from '@sportello/contracts';
import { type Outcome, accept, mayAdminister, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { endSessionsOf } from '../../platform/sessions/end-sessions';
import { askRoleChange, isRoleChangeWaiting } from './ask-role-change';
import { heldPerson } from './held-person';
import { PeopleRepository } from './people.repository';
import type { PersonUseCase } from './person-acts';
import { serveDesks } from './serve-desks';
import { tellPerson } from './tell-person';

export type PersonChange = ChangePersonRequest & { readonly personId: string };

/** Name and desks; another codice fiscale waits for a second administrator, and until then the old one holds. Whoever works at a desk that was taken from them is signed out there. */
@Injectable()
export class ChangePerson implements PersonUseCase<PersonChange> {
  async run(transaction: Transaction, act: Act, { personId, revision, displayName, codiceFiscale, deskIds, reason }: PersonChange): Promise<Outcome<SubjectDone, Refusal>> {
    const may = mayAdminister(act.caller.operator.id, personId);
    if (!may.ok) return may;
    const held = await heldPerson(transaction, act, personId, revision);
    if (!held.ok) return held;
    const people = transaction.repository(PeopleRepository);
    const [homeDeskId = ''] = deskIds;
    const ofBody = new Set((await people.desksOfBody(act.caller.desk.bodyId)).map(({ id }) => id));
    if (!deskIds.every((id) => ofBody.has(id))) return refuse({ kind: 'invalid-request', details: { fields: ['deskIds'] } });
    const hasNewCode = held.value.codiceFiscale !== codiceFiscale;
    if (hasNewCode && reason === null) return refuse({ kind: 'invalid-request', details: { fields: ['reason'] } });
    if (hasNewCode && (await isRoleChangeWaiting(transaction, act, personId))) return refuse({ kind: 'role-change-waiting' });
    await people.change(personId, { homeDeskId, displayName });
    await serveDesks(transaction, personId, deskIds);
    const hasNewName = held.value.displayName !== displayName;
    tellPerson(transaction, act, 'person.changed', personId, {
      details: { hasNewName },
      change: { before: { deskIds: held.value.desks.map(({ id }) => id) }, after: { deskIds } },
      ...(hasNewName && { personal: { displayNameBefore: held.value.displayName, displayNameAfter: displayName } }),
    });
    await endSessionsOf(transaction, act, personId, 'desk-taken-away', { deskIds });
    if (hasNewCode && reason !== null) await askRoleChange(transaction, act, personId, { what: 'codice-fiscale', before: held.value.codiceFiscale, after: codiceFiscale }, reason);
    return accept({ subjectId: personId });
  }
}
