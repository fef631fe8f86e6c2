// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ReadersView } from '@sportello/contracts';
import { type LocalDate, type Outcome, localDateAt } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { SignedInOperator } from '../../platform/access/caller';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { ReaderSaleRepository, type NewMovement } from './reader-sale.repository';
import { showReaders } from './show-readers';

/** Something that is done with the desk's readers while nobody else changes their number. What it says is done is the id of the sale or movement. */
export interface ReaderUseCase<Request> {
  run(transaction: Transaction, act: Act, request: Request): Promise<Outcome<SubjectDone, Refusal>>;
}

@Injectable()
export class ReaderActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  show({ desk }: SignedInOperator, day?: LocalDate): Promise<ReadersView> {
    return this.unitOfWork.read((transaction) => showReaders(transaction, desk.id, this.settings.readerPrices, day));
  }

  perform<Request>(useCase: ReaderUseCase<Request>, act: Act, request: Request): Promise<ReadersView> {
    const deskId = act.caller.desk.id;
    return this.acts.perform<ReadersView, SubjectDone>(
      act,
      async (transaction) => {
        await transaction.repository(SheetStockRepository).holdDesk(deskId);
        const done = await useCase.run(transaction, act, request);
        if (done.ok) transaction.notify({ to: 'desk', deskId, event: { topic: 'readers' } });
        return done;
      },
      (transaction) => showReaders(transaction, deskId, this.settings.readerPrices),
    );
  }
}

/** One line of the desk's book of readers. */
export async function moveReaders(transaction: Transaction, { caller }: Act, movement: Pick<NewMovement, 'kind' | 'quantity' | 'saleId' | 'note'>): Promise<string> {
  const id = transaction.newId();
  await transaction.repository(ReaderSaleRepository).move({ ...movement, id, deskId: caller.desk.id, movedBy: caller.operator.id, day: localDateAt(transaction.now), at: transaction.now });
  return id;
}
