// SPDX-License-Identifier: AGPL-3.0-or-later
import { type SheetState, moveSheet } from '@sportello/domain';
import type { CaseRow } from '../database/rows/case-row';
import type { SheetRow } from '../database/rows/sheet-row';
import type { Transaction } from '../database/transaction';
import { SheetRepository } from './sheet.repository';

/** Takes the case's sheet through the states, in order; those that it has reached already are passed over. */
export async function moveCaseSheet(transaction: Transaction, { id }: Pick<CaseRow, 'id'>, through: readonly SheetState[]): Promise<SheetRow> {
  const sheets = transaction.repository(SheetRepository);
  const found = await sheets.ofCase(id);
  if (!found) throw new Error('a case in which a sheet moves has none');
  const reached = through.reduce<SheetState>((state, next) => (moveSheet(state, next).ok ? next : state), found.state);
  return reached === found.state ? found : sheets.change(found, { state: reached }, transaction.now);
}
