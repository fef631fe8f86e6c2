// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, localDateAt, refuse } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { holdOwnStock } from './asked-range';
import { BagRepository } from './bag.repository';
import type { SheetUseCase } from './sheet-acts';

/** All spoiled sheets that lie about go into one numbered bag, for the next inspection. */
@Injectable()
export class CloseBag implements SheetUseCase<object> {
  async run(transaction: Transaction, act: Act): Promise<Outcome<SubjectDone, Refusal>> {
    const { id: deskId } = await holdOwnStock(transaction, act);
    const bags = transaction.repository(BagRepository);
    if (!(await bags.hasSpoiled(deskId))) return refuse({ kind: 'sheets-not-here', details: { ranges: [] } });
    const year = Number(localDateAt(transaction.now).slice(0, 4));
    const number = await transaction.repository(CaseRepository).nextNumber('bag-of-desk', deskId, year);
    const id = transaction.newId();
    const sheets = await bags.close({ id, deskId, year, number, closedBy: act.caller.operator.id, closedAt: transaction.now });
    tell(transaction, act, 'sheets.bagged', { bagId: id, number: `${number}/${year}`, sheets });
    return accept({ subjectId: id });
  }
}
