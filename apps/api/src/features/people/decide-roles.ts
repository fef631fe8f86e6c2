// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { DecideRolesRequest } from '@sportello/contracts';
import { type AskedChange, type Outcome, accept, decideRoleChange, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { endSessionsOf } from '../../platform/sessions/end-sessions';
import { heldPerson } from './held-person';
import { type HeldPerson, PeopleRepository } from './people.repository';
import type { PersonUseCase } from './person-acts';
import { RoleChangeRepository } from './role-change.repository';
import { tellRoleChange } from './tell-role-change';

export type RolesDecision = DecideRolesRequest & { readonly personId: string };

/** The second administrator's word on a request for roles or a codice fiscale; or whoever asked takes it back. */
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
    const { asked } = change;
    const isGiven = decided.value === 'confirmed';
    // Asked when there were others, it may come to be decided when there are none.
    const losesLast = isGiven && held.value.isLastAdministrator && asked.what === 'roles' && !asked.after.includes('administrator');
    if (losesLast) return refuse({ kind: 'last-administrator' });
    await changes.settle(change.id, decided.value, act.caller.operator.id, transaction.now);
    if (isGiven) await give(transaction, act, personId, asked);
    tellRoleChange(transaction, act, 'decided', personId, { changeId, state: decided.value }, decidedChange(asked, held.value, isGiven));
    return accept({ subjectId: personId });
  }
}

async function give(transaction: Transaction, act: Act, personId: string, asked: AskedChange): Promise<void> {
  const people = transaction.repository(PeopleRepository);
  if (asked.what === 'roles') return people.giveRoles(personId, asked.after);
  await people.giveCodiceFiscale(personId, asked.after);
  await endSessionsOf(transaction, act, personId, 'codice-fiscale-changed');
}

/** From what the person has now, to what they have from now on. */
function decidedChange(asked: AskedChange, { roles, codiceFiscale }: HeldPerson, isGiven: boolean): AskedChange {
  if (asked.what === 'roles') return { what: 'roles', before: roles, after: isGiven ? asked.after : roles };
  return { what: 'codice-fiscale', before: codiceFiscale, after: isGiven ? asked.after : codiceFiscale };
}
