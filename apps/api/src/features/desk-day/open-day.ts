// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OpenDayRequest } from '@sportello/contracts';
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

/** *Apri sportello*: a look at the devices and at each tray's first and last sheet. An earlier day that nobody closed ends here, and waits for two people; it never keeps the desk closed. */
@Injectable()
export class OpenDay implements DayUseCase<OpenDayRequest> {
  async run(transaction: Transaction, act: Act, { trays }: OpenDayRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const [deskId, today] = [act.caller.desk.id, localDateAt(transaction.now)];
    await transaction.repository(SheetStockRepository).holdDesk(deskId);
    const days = transaction.repository(DayRepository);
    if ((await days.of(deskId, today))?.state === 'open') return refuse({ kind: 'day-already-open' });
    const count = await checkedCount(transaction, deskId, { trays });
    if (!count.ok) return count;
    const dayId = await days.open({ id: transaction.newId(), deskId, day: today, openedBy: act.caller.operator.id, openedAt: transaction.now });
    await countSheets(transaction, act, count.value, { dayId, occasion: 'opening', handedOverBy: null });
    for (const day of await days.endLeftOpen(deskId, today, transaction.now)) await openMatter(transaction, act, { kind: 'day-not-closed', deskId, day });
    tell(transaction, act, 'desk.opened', { day: today });
    return accept({ subjectId: dayId });
  }
}
