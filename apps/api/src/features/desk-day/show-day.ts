// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DayView } from '@sportello/contracts';
import { localDateAt } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { BooksRepository, placesOf } from '../../platform/custody/books.repository';
import { MatterViewRepository } from '../../platform/custody/matter-view.repository';
import type { Transaction } from '../../platform/database/transaction';
import { DayRepository } from './day.repository';
import { sumOfToday } from './sum-of-day';

/** Today at the caller's desk. */
export async function showDay(transaction: Transaction, caller: SignedInOperator): Promise<DayView> {
  const { now } = transaction;
  const [deskId, today] = [caller.desk.id, localDateAt(now)];
  const days = transaction.repository(DayRepository);
  const day = await days.of(deskId, today);
  const books = await transaction.repository(BooksRepository).of(deskId);
  return {
    at: now.toISOString(),
    day: today,
    state: day?.state ?? 'not-opened',
    openedAt: day?.openedAt.toISOString() ?? null,
    openedBy: day?.openedBy ?? null,
    closedAt: day?.closedAt?.toISOString() ?? null,
    closedBy: day?.closedBy ?? null,
    ...placesOf(books),
    sum: await sumOfToday(transaction, deskId),
    handovers: await days.handovers(deskId, today),
    ...(await days.around(deskId, caller.operator.id, now)),
    matters: await transaction.repository(MatterViewRepository).waiting(caller, now),
  };
}
