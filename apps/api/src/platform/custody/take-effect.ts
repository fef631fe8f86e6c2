// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ControlNumber, type MatterOutcome, type SheetLossReason, type SheetRange, assertNever, common, countOf, without } from '@sportello/domain';
import type { CustodyMatterRow } from '../database/rows/custody-matter-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { SheetStockRepository, type Whereabouts } from './sheet-stock.repository';

interface Loss {
  readonly ranges: readonly SheetRange[];
  readonly to: 'spoiled' | 'destroyed';
  readonly reason: SheetLossReason;
  readonly where: Whereabouts;
}

/** What was signed happens: the matter's sheets go out of use, those of them that are still where the matter found them. A sheet that a case works with is its case's. */
export async function takeEffect(transaction: Transaction, { actor, requestId }: Doer, matter: CustodyMatterRow, outcome: MatterOutcome): Promise<void> {
  const stock = transaction.repository(SheetStockRepository);
  let sheets = 0;
  for (const { ranges, to, reason, where } of lossesOf(matter, outcome)) {
    const held = await stock.held(matter.deskId, ranges, where);
    if (held.length === 0) continue;
    // What was lost on the way came to nobody: it arrives in the books, to leave them there with its reason.
    if (where.at === 'parcel') await stock.arrive(matter.deskId, held, where.transferId, transaction.now);
    await stock.end(matter.deskId, held, where.at === 'parcel' ? { at: 'stock' } : where, { to, reason, now: transaction.now });
    sheets += countOf(held);
  }
  transaction.audit({ act: 'matter.took-effect', actor, requestId, deskId: matter.deskId, details: { matterId: matter.id, kind: matter.kind, outcome, sheets } });
}

function lossesOf(matter: CustodyMatterRow, outcome: MatterOutcome): readonly Loss[] {
  const { kind, ranges, transferId } = matter;
  if (kind === 'number-skipped') return lossesOfSkip(matter, outcome);
  if (outcome !== 'spoiled' && outcome !== 'destroyed') return [];
  switch (kind) {
    case 'count-differs':
      return [{ ranges, to: outcome, reason: 'missing-at-count', where: { at: 'stock-or-tray' } }];
    case 'transfer-short':
      return transferId === null ? [] : [{ ranges, to: outcome, reason: 'lost-on-the-way', where: { at: 'parcel', transferId } }];
    case 'destruction':
      return [{ ranges, to: outcome, reason: 'stock-destroyed', where: { at: 'stock-or-tray' } }];
    case 'number-repeated':
    case 'number-unknown':
    case 'day-not-closed':
    case 'spoiled-limit':
      return [];
    default:
      return assertNever(kind);
  }
}

/** The paper that came out in the place of another is spent whatever became of the skipped ones: it is there, perhaps with codes on it, and goes into the bag. */
function lossesOfSkip({ stationId, ranges, numberRead }: CustodyMatterRow, outcome: MatterOutcome): readonly Loss[] {
  if (stationId === null) return [];
  const where: Whereabouts = { at: 'tray', stationId };
  const spent = common(ranges, numberRead === null ? [] : [{ first: numberRead as ControlNumber, last: numberRead as ControlNumber }]);
  const cameOut: Loss = { ranges: spent, to: 'spoiled', reason: 'printer-trouble', where };
  return outcome === 'spoiled' ? [cameOut, { ranges: without(ranges, spent), to: outcome, reason: 'sheet-skipped', where }] : [cameOut];
}
