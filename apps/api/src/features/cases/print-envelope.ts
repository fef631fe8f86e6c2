// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PrintEnvelopeRequest } from '@sportello/contracts';
import { type Outcome, moveCase } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { OrderPrinting } from '../../platform/activation/order-printing';
import { approvalStillCounts } from '../../platform/approval/approval-still-counts';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';
import { evidenceStillGood } from './evidence-still-good';

/** authorised → printing: new codes on the next sheet. */
@Injectable()
export class PrintEnvelope implements CaseUseCase<PrintEnvelopeRequest> {
  constructor(
    private readonly orderPrinting: OrderPrinting,
    private readonly settings: Settings,
  ) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, { envelope }: PrintEnvelopeRequest): Promise<Outcome<CaseRow, Refusal>> {
    // What the case itself forbids is said before what the desk lacks.
    const move = moveCase(row.state, 'printing');
    if (!move.ok) return move;
    // The case may have waited since its identification, for days.
    const good = await evidenceStillGood(transaction, row, this.settings.identityDocuments);
    if (!good.ok) return good;
    const approval = await approvalStillCounts(transaction, row);
    return approval.ok ? this.orderPrinting.run(transaction, act, row, envelope) : approval;
  }
}
