// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MatterOutcome, type SheetLossReason, assertNever, countOf } from '@sportello/domain';
import type { CustodyMatterRow } from '../database/rows/custody-matter-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { SheetStockRepository, type Whereabouts } from './sheet-stock.repository';

interface Loss {
  readonly to: 'spoiled' | 'destroyed';
  readonly reason: SheetLossReason;
  readonly where: Whereabouts;
}

/** What was signed happens: the matter's sheets go out of use, those of them that are still where the matter found them. A sheet that a case works with is its case's. */
export async function takeEffect(transaction: Transaction, { actor, requestId }: Doer, matter: CustodyMatterRow, outcome: MatterOutcome): Promise<void> {
  const loss = lossOf(matter, outcome);
  const stock = transaction.repository(SheetStockRepository);
  const sheets = loss ? await stock.held(matter.deskId, matter.ranges, loss.where) : [];
  if (loss && sheets.length > 0) {
    // What was lost on the way came to nobody: it arrives in the books, to leave them there with its reason.
    if (loss.where.at === 'parcel') await stock.arrive(matter.deskId, sheets, loss.where.transferId, transaction.now);
    const where: Whereabouts = loss.where.at === 'parcel' ? { at: 'stock' } : loss.where;
    await stock.end(matter.deskId, sheets, where, { to: loss.to, reason: loss.reason, now: transaction.now });
  }
  transaction.audit({ act: 'matter.took-effect', actor, requestId, deskId: matter.deskId, details: { matterId: matter.id, kind: matter.kind, outcome, sheets: countOf(sheets) } });
}

function lossOf({ kind, stationId, transferId }: CustodyMatterRow, outcome: MatterOutcome): Loss | undefined {
  if (outcome !== 'spoiled' && outcome !== 'destroyed') return undefined;
  switch (kind) {
    case 'number-skipped':
      return stationId === null ? undefined : { to: outcome, reason: 'sheet-skipped', where: { at: 'tray', stationId } };
    case 'count-differs':
      return { to: outcome, reason: 'missing-at-count', where: { at: 'stock-or-tray' } };
    case 'transfer-short':
      return transferId === null ? undefined : { to: outcome, reason: 'lost-on-the-way', where: { at: 'parcel', transferId } };
    case 'destruction':
      return { to: outcome, reason: 'stock-destroyed', where: { at: 'stock-or-tray' } };
    case 'number-repeated':
    case 'number-unknown':
    case 'day-not-closed':
    case 'spoiled-limit':
      return undefined;
    default:
      return assertNever(kind);
  }
}
