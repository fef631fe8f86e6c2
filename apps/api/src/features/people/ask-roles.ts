// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AskRolesRequest } from '@sportello/contracts';
import { type Outcome, accept, judgeRoleRequest } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { askRoleChange, isRoleChangeWaiting } from './ask-role-change';
import { heldPerson } from './held-person';
import type { PersonUseCase } from './person-acts';

export type RolesOfPerson = AskRolesRequest & { readonly personId: string };

/** Asks that a person have these roles and no others; a second administrator decides. */
@Injectable()
export class AskRoles implements PersonUseCase<RolesOfPerson> {
  async run(transaction: Transaction, act: Act, { personId, revision, roles, reason }: RolesOfPerson): Promise<Outcome<SubjectDone, Refusal>> {
    const held = await heldPerson(transaction, act, personId, revision);
    if (!held.ok) return held;
    const judged = judgeRoleRequest(held.value, roles, await isRoleChangeWaiting(transaction, act, personId));
    if (!judged.ok) return judged;
    await askRoleChange(transaction, act, personId, { what: 'roles', before: held.value.roles, after: [...new Set(roles)] }, reason);
    return accept({ subjectId: personId });
  }
}
