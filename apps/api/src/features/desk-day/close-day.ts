// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CloseDayRequest } from '@sportello/contracts';
import { type Outcome, accept, localDateAt, refuse } from '@sportello/domain';
import { openMatter } from '../../platform/custody/open-matter';
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
import { sumOfToday } from './sum-of-day';

/** *Chiudi*: a whole count, and the day's sum. Neither a difference nor a sum that is not nothing keeps the desk open: both stay in view until two people explain them. */
@Injectable()
export class CloseDay implements DayUseCase<CloseDayRequest> {
  async run(transaction: Transaction, act: Act, counted: CloseDayRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const deskId = act.caller.desk.id;
    await transaction.repository(SheetStockRepository).holdDesk(deskId);
    const days = transaction.repository(DayRepository);
    const day = await days.of(deskId, localDateAt(transaction.now));
    if (day?.state !== 'open') return refuse({ kind: 'day-not-open' });
    const count = await checkedCount(transaction, deskId, counted);
    if (!count.ok) return count;
    await countSheets(transaction, act, count.value, { dayId: day.id, occasion: 'closing', handedOverBy: null });
    const sum = await sumOfToday(transaction, deskId);
    if (sum.difference !== 0) await openMatter(transaction, act, { kind: 'count-differs', deskId });
    await days.close(day.id, act.caller.operator.id, sum, transaction.now);
    tell(transaction, act, 'desk.closed', { day: day.day, difference: sum.difference });
    return accept({ subjectId: day.id });
  }
}
