// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { EndServiceRequest } from '@sportello/contracts';
import { type Outcome, accept, judgeLeaving } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { removeFactors } from '../../platform/second-factors/remove-factors';
import { endSessionsOf } from '../../platform/sessions/end-sessions';
import { heldPerson } from './held-person';
import { InvitationRepository } from './invitation.repository';
import { PeopleRepository } from './people.repository';
import type { PersonUseCase } from './person-acts';
import { RoleChangeRepository } from './role-change.repository';
import { tellPerson } from './tell-person';

export type Leaving = EndServiceRequest & { readonly personId: string };

/** A person leaves: their pages are out at once, their code and the requests about them and by them are void, and nothing that they proved themselves with is kept. Open cases stay with their desk, and what they did stays theirs. Only a new invitation brings them back. */
@Injectable()
export class EndService implements PersonUseCase<Leaving> {
  async run(transaction: Transaction, act: Act, { personId, revision, reason }: Leaving): Promise<Outcome<SubjectDone, Refusal>> {
    const held = await heldPerson(transaction, act, personId, revision);
    if (!held.ok) return held;
    const judged = judgeLeaving(held.value, act.caller.operator.id);
    if (!judged.ok) return judged;
    await transaction.repository(PeopleRepository).leave(personId, transaction.now);
    await transaction.repository(InvitationRepository).endOf(personId, transaction.now);
    await transaction.repository(RoleChangeRepository).withdrawOf(personId, act.caller.operator.id, transaction.now);
    const factors = await removeFactors(transaction, personId);
    const sessions = await endSessionsOf(transaction, act, personId, 'person-left');
    const change = { before: { state: held.value.state, roles: held.value.roles, factors }, after: { state: 'left', roles: held.value.roles, factors: [] } };
    tellPerson(transaction, act, 'person.left', personId, { details: { sessions, reason }, change });
    return accept({ subjectId: personId });
  }
}
