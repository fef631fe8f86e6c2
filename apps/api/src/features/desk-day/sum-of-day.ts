// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DaySum, type SheetOnHand, sumOfDay } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { deskMidnight } from '../../platform/ports/desk-midnight';
import { DayRepository } from './day.repository';
import { MovementRepository } from './movement.repository';

/** Today's sum: opening and movements from the ledger, closing from the sheets themselves, so that the one is held against the other. */
export async function sumOfToday(transaction: Transaction, deskId: string, closing: Readonly<Record<SheetOnHand, number>>): Promise<DaySum> {
  const midnight = deskMidnight(transaction.now);
  const opening = await transaction.repository(DayRepository).onHandAt(deskId, midnight);
  // Nothing moves after now: the bound only closes the interval.
  const movements = await transaction.repository(MovementRepository).totals(deskId, midnight, new Date(transaction.now.getTime() + 1));
  return sumOfDay(opening, movements, closing);
}

/** The sum of a day that is over, by the ledger alone. */
export async function sumOfPast(transaction: Transaction, deskId: string, began: Date, ended: Date): Promise<DaySum> {
  const days = transaction.repository(DayRepository);
  const movements = await transaction.repository(MovementRepository).totals(deskId, began, ended);
  return sumOfDay(await days.onHandAt(deskId, began), movements, await days.statesAt(deskId, ended));
}
