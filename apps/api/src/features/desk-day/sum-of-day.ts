// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DaySum, SHEETS_ON_HAND, sumOfDay } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { deskMidnight } from '../../platform/ports/desk-midnight';
import { DayRepository } from './day.repository';
import { MovementRepository } from './movement.repository';

/** Today's sum: opening and movements from the ledger, closing from the sheets themselves, so that the one is held against the other. */
export async function sumOfToday(transaction: Transaction, deskId: string): Promise<DaySum> {
  const { opening, movements, closing } = await transaction.repository(MovementRepository).sumSince(deskId, deskMidnight(transaction.now));
  return sumOfDay(opening, movements, closing);
}

/** The sum of a day that is over, by the ledger alone. */
export async function sumOfPast(transaction: Transaction, deskId: string, began: Date, ended: Date): Promise<DaySum> {
  const days = transaction.repository(DayRepository);
  const movements = await transaction.repository(MovementRepository).totals(deskId, began, ended);
  const [before, after] = [await days.statesAt(deskId, began), await days.statesAt(deskId, ended)];
  return sumOfDay(SHEETS_ON_HAND.reduce((sum, state) => sum + before[state], 0), movements, after);
}
