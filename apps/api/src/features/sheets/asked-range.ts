// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetRangeMessage } from '@sportello/contracts';
import { type ControlNumber, type Outcome, type SheetRange, accept, refuse, sheetRange, without } from '@sportello/domain';
import { SheetStockRepository, type Whereabouts } from '../../platform/custody/sheet-stock.repository';
import type { DeskRow } from '../../platform/database/rows/desk-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';

/** The range that was typed. */
export function askedRange({ first, last }: SheetRangeMessage): Outcome<SheetRange, Refusal> {
  return sheetRange(first as ControlNumber, last as ControlNumber);
}

/** The own desk's stock, held: acts on it come one after the other. */
export async function holdOwnStock(transaction: Transaction, { caller }: Act): Promise<DeskRow> {
  const desk = await transaction.repository(SheetStockRepository).holdDesk(caller.desk.id);
  if (!desk) throw new Error('the desk of somebody who is signed in does not exist');
  return desk;
}

/** The range, held, when every sheet of it is there; else which are not. */
export async function heldRange(transaction: Transaction, deskId: string, request: SheetRangeMessage, where: Whereabouts): Promise<Outcome<SheetRange, Refusal>> {
  const range = askedRange(request);
  if (!range.ok) return range;
  const missing = without([range.value], await transaction.repository(SheetStockRepository).held(deskId, [range.value], where));
  return missing.length === 0 ? accept(range.value) : refuse({ kind: 'sheets-not-here', details: { ranges: missing } });
}
