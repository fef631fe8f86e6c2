// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { HandOverRequest } from '@sportello/contracts';
import { type Outcome, accept, localDateAt, refuse } from '@sportello/domain';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { checkedCount } from './checked-count';
import { countSheets } from './count-sheets';
import type { DayUseCase } from './day-acts';
import { DayRepository } from './day.repository';

/** *Cambio operatore*: whoever takes over counts, and has sheets and open cases from then on. */
@Injectable()
export class HandOver implements DayUseCase<HandOverRequest> {
  async run(transaction: Transaction, act: Act, { fromOperatorId, ...counted }: HandOverRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const deskId = act.caller.desk.id;
    await transaction.repository(SheetStockRepository).holdDesk(deskId);
    const days = transaction.repository(DayRepository);
    const day = await days.of(deskId, localDateAt(transaction.now));
    if (day?.state !== 'open') return refuse({ kind: 'day-not-open' });
    const { colleagues, openCases } = await days.around(deskId, act.caller.operator.id, transaction.now);
    if (!colleagues.some(({ id }) => id === fromOperatorId)) return refuse({ kind: 'not-found' });
    const count = await checkedCount(transaction, deskId, counted);
    if (!count.ok) return count;
    await countSheets(transaction, act, count.value, { dayId: day.id, occasion: 'handover', handedOverBy: fromOperatorId });
    await days.passCases(deskId, fromOperatorId, act.caller.operator.id);
    tell(transaction, act, 'desk.handed-over', { fromOperatorId, cases: openCases.length });
    return accept({ subjectId: day.id });
  }
}
