// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SheetsView } from '@sportello/contracts';
import type { Outcome } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { showSheets } from './show-sheets';

/** Something that people do with blind sheets. What it says is done is the id of the box, parcel, bag, matter or station that it is about. */
export interface SheetUseCase<Request> {
  run(transaction: Transaction, act: Act, request: Request): Promise<Outcome<SubjectDone, Refusal>>;
}

/** What all acts on sheets have in common: once per key, and answered with the sheets as they are then. */
@Injectable()
export class SheetActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  show(caller: SignedInOperator): Promise<SheetsView> {
    return this.unitOfWork.read((transaction) => showSheets(transaction, caller));
  }

  perform<Request>(useCase: SheetUseCase<Request>, act: Act, request: Request): Promise<SheetsView> {
    return this.acts.perform(
      act,
      async (transaction) => {
        const done = await useCase.run(transaction, act, request);
        if (done.ok) transaction.notify({ to: 'desk', deskId: act.caller.desk.id, event: { topic: 'sheets' } });
        return done;
      },
      (transaction) => showSheets(transaction, act.caller),
    );
  }
}
