// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { DecideRolesRequest } from '@sportello/contracts';
import { type Outcome, accept, decideRoleChange, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { heldPerson } from './held-person';
import { PeopleRepository } from './people.repository';
import type { PersonUseCase } from './person-acts';
import { RoleChangeRepository } from './role-change.repository';
import { tellPerson } from './tell-person';

export type RolesDecision = DecideRolesRequest & { readonly personId: string };

/** The second administrator's word on a request for roles; or whoever asked takes it back. */
@Injectable()
export class DecideRoles implements PersonUseCase<RolesDecision> {
  async run(transaction: Transaction, act: Act, { personId, changeId, decision }: RolesDecision): Promise<Outcome<SubjectDone, Refusal>> {
    const held = await heldPerson(transaction, act, personId);
    if (!held.ok) return held;
    const changes = transaction.repository(RoleChangeRepository);
    const change = await changes.waitingOf(personId);
    if (change?.id !== changeId) return refuse({ kind: 'role-change-settled' });
    const decided = decideRoleChange(change, act.caller.operator.id, decision, transaction.now);
    if (!decided.ok) return decided;
    // Asked when there were others, it may come to be decided when there are none.
    const losesLast = decided.value === 'confirmed' && held.value.isLastAdministrator && !change.roles.includes('administrator');
    if (losesLast) return refuse({ kind: 'last-administrator' });
    await changes.settle(change.id, decided.value, act.caller.operator.id, transaction.now);
    if (decided.value === 'confirmed') await transaction.repository(PeopleRepository).giveRoles(personId, change.roles);
    tellPerson(transaction, act, 'person.roles-decided', personId, {
      details: { changeId, state: decided.value },
      change: { before: { roles: held.value.roles }, after: { roles: decided.value === 'confirmed' ? change.roles : held.value.roles } },
    });
    return accept({ subjectId: personId });
  }
}
