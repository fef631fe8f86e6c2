// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ArrivalRequest } from '@sportello/contracts';
import { type Outcome, type SheetRange, accept, countOf, refuse, without } from '@sportello/domain';
import { CustodyMatterRepository } from '../../platform/custody/custody-matter.repository';
import { openMatter } from '../../platform/custody/open-matter';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { askedRange, holdOwnStock } from './asked-range';
import type { SheetUseCase } from './sheet-acts';
import { TransferRepository } from './transfer.repository';

export type Arrival = ArrivalRequest & { readonly transferId: string };

/** What came out of a parcel is in stock here. What did not come stays on the way, and people have to say what became of it. */
@Injectable()
export class TakeArrival implements SheetUseCase<Arrival> {
  async run(transaction: Transaction, act: Act, { transferId, ranges }: Arrival): Promise<Outcome<SubjectDone, Refusal>> {
    const { id: deskId } = await holdOwnStock(transaction, act);
    const transfer = await transaction.repository(TransferRepository).held(transferId);
    if (transfer?.toDeskId !== deskId || transfer.missing.length === 0) return refuse({ kind: 'not-found' });
    const came: SheetRange[] = [];
    for (const asked of ranges) {
      const range = askedRange(asked);
      if (!range.ok) return range;
      came.push(range.value);
    }
    const foreign = without(came, transfer.missing);
    if (foreign.length > 0) return refuse({ kind: 'sheets-not-here', details: { ranges: foreign } });

    await transaction.repository(SheetStockRepository).arrive(deskId, came, transferId, transaction.now);
    await transaction.repository(TransferRepository).arrived(transferId, act.caller.operator.id, transaction.now);
    const missing = without(transfer.missing, came);
    tell(transaction, act, 'sheets.arrived', { transferId, sheets: countOf(came), missing: countOf(missing) });
    await this.follow(transaction, act, { transferId, missing });
    transaction.notify({ to: 'desk', deskId: transfer.fromDeskId, event: { topic: 'sheets' } });
    return accept({ subjectId: transferId });
  }

  /** The matter of the parcel is about what is missing still. */
  private async follow(transaction: Transaction, act: Act, { transferId, missing }: { readonly transferId: string; readonly missing: readonly SheetRange[] }): Promise<void> {
    const matters = transaction.repository(CustodyMatterRepository);
    const open = await matters.heldOfTransfer(transferId);
    if (open) await matters.change(open.id, { ranges: missing });
    else if (missing.length > 0) await openMatter(transaction, act, { kind: 'transfer-short', deskId: act.caller.desk.id, transferId, ranges: missing });
  }
}
