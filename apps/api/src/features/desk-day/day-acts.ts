// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { DayView } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { showDay } from './show-day';

/** Opening, handing over and closing. What it says is done is the id of the day. */
export interface DayUseCase<Request> {
  run(transaction: Transaction, act: Act, request: Request): Promise<Outcome<SubjectDone, Refusal>>;
}

@Injectable()
export class DayActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  show(caller: SignedInOperator): Promise<DayView> {
    return this.unitOfWork.read((transaction) => showDay(transaction, caller));
  }

  perform<Request>(useCase: DayUseCase<Request>, act: Act, request: Request): Promise<DayView> {
    return this.acts.perform(
      act,
      async (transaction) => {
        const done = await useCase.run(transaction, act, request);
        if (done.ok) transaction.notify({ to: 'desk', deskId: act.caller.desk.id, event: { topic: 'sheets' } });
        return done;
      },
      (transaction) => showDay(transaction, act.caller),
    );
  }
}
