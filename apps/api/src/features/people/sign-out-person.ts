// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SignOutPersonRequest } from '@sportello/contracts';
import { type Outcome, accept } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { endSessionsOf } from '../../platform/sessions/end-sessions';
import { heldPerson } from './held-person';
import type { PersonUseCase } from './person-acts';
import { tellPerson } from './tell-person';

/** Ends all that somebody has open, everywhere: a lost bag, a doubt. They may sign in again. */
@Injectable()
export class SignOutPerson implements PersonUseCase<SignOutPersonRequest & { readonly personId: string }> {
  async run(transaction: Transaction, act: Act, { personId, reason }: SignOutPersonRequest & { readonly personId: string }): Promise<Outcome<SubjectDone, Refusal>> {
    const held = await heldPerson(transaction, act, personId);
    if (!held.ok) return held;
    const sessions = await endSessionsOf(transaction, act, personId, 'signed-out-by-administrator');
    tellPerson(transaction, act, 'person.signed-out', personId, { details: { sessions, reason } });
    return accept({ subjectId: personId });
  }
}
