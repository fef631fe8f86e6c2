// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PlacesView } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { LineRepository } from '../../platform/help-desk/line.repository';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { PlacesRepository } from './places.repository';

/** Something that an administrator does with a body or a desk. What it says is done is its id. */
export interface PlaceUseCase<Request> {
  run(transaction: Transaction, act: Act, request: Request): Promise<Outcome<SubjectDone, Refusal>>;
}

@Injectable()
export class PlaceActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  show({ desk }: SignedInOperator): Promise<PlacesView> {
    return this.unitOfWork.read((transaction) => placesOf(transaction, desk.bodyId));
  }

  perform<Request>(useCase: PlaceUseCase<Request>, act: Act, request: Request): Promise<PlacesView> {
    return this.acts.perform<PlacesView, SubjectDone>(
      act,
      (transaction) => useCase.run(transaction, act, request),
      (transaction) => placesOf(transaction, act.caller.desk.bodyId),
    );
  }
}

async function placesOf(transaction: Transaction, bodyId: string): Promise<PlacesView> {
  const line = transaction.repository(LineRepository);
  const { revision } = await line.row();
  return { line: { revision, ...(await line.shown()) }, bodies: await transaction.repository(PlacesRepository).bodiesOf(bodyId) };
}
