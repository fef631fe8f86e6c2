// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { type HeldPerson, PeopleRepository } from './people.repository';

/** The person of the caller's body, as the caller saw them: somebody else's change in the meantime is not written over. */
export async function heldPerson(transaction: Transaction, act: Act, personId: string, revision?: number): Promise<Outcome<HeldPerson, Refusal>> {
  const person = await transaction.repository(PeopleRepository).person(act.caller.desk.bodyId, personId, transaction.now);
  if (!person) return refuse({ kind: 'not-found' });
  return revision !== undefined && person.revision !== revision ? refuse({ kind: 'person-changed' }) : accept(person);
}
