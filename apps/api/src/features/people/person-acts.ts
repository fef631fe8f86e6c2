// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PersonView } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { PeopleRepository } from './people.repository';
import { showPerson } from './show-person';

/** Something that an administrator does about a person of their body, while nobody else does anything about its people. What it says is done is the person's id. */
export interface PersonUseCase<Request> {
  run(transaction: Transaction, act: Act, request: Request): Promise<Outcome<SubjectDone, Refusal>>;
}

@Injectable()
export class PersonActs {
  constructor(private readonly acts: Acts) {}

  perform<Request>(useCase: PersonUseCase<Request>, act: Act, request: Request): Promise<PersonView> {
    const { bodyId } = act.caller.desk;
    return this.acts.perform<PersonView, SubjectDone>(
      act,
      async (transaction) => {
        await transaction.repository(PeopleRepository).holdBody(bodyId);
        const done = await useCase.run(transaction, act, request);
        if (done.ok) transaction.notify({ to: 'people', bodyId });
        return done;
      },
      (transaction, { subjectId }) => showPerson(transaction, act.caller, subjectId),
    );
  }
}
