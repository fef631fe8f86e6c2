// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { TraineeView, TraineesView } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { answered } from '../../platform/problems/answered';
import type { Refusal } from '../../platform/problems/refusal';
import { showTrainee, showTrainees } from './trainee-view';

/** What is done about somebody's training, answered with how it stands then. */
export interface TraineeUseCase<Request> {
  run(transaction: Transaction, act: Act, operatorId: string, request: Request): Promise<Outcome<SubjectDone, Refusal>>;
}

@Injectable()
export class TraineeActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  list(caller: SignedInOperator): Promise<TraineesView> {
    return this.unitOfWork.read((transaction) => showTrainees(transaction, caller));
  }

  async show(caller: SignedInOperator, operatorId: string): Promise<TraineeView> {
    return answered(await this.unitOfWork.read((transaction) => showTrainee(transaction, caller, operatorId)));
  }

  perform<Request>(useCase: TraineeUseCase<Request>, act: Act, operatorId: string, request: Request): Promise<TraineeView> {
    return this.acts.perform<TraineeView, SubjectDone>(
      act,
      (transaction) => useCase.run(transaction, act, operatorId, request),
      async (transaction, { subjectId }) => answered(await showTrainee(transaction, act.caller, subjectId)),
    );
  }
}
