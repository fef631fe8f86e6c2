// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseActRequest } from '@sportello/contracts';
import { type Outcome, accept, isApprovalOverdue, refuse } from '@sportello/domain';
import { CaseRepository } from '../../../platform/activation/case.repository';
import { CaseApprovalRepository } from '../../../platform/approval/case-approval.repository';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Act } from '../../../platform/idempotency/act';
import { OrderPaper } from '../../../platform/paper/order-paper';
import { endOfDeskDay } from '../../../platform/ports/desk-midnight';
import type { Refusal } from '../../../platform/problems/refusal';
import type { CaseUseCase } from '../case-acts';

/** Today and the next day: so long the request then waits, and the citizen's turn is kept. */
const DAYS_TO_RETURN = 1;

/** *Torna senza fila*: nobody answered, the citizen goes with a slip that names the case. The case stays where it is, and the request waits longer. */
@Injectable()
export class ReturnLater implements CaseUseCase<CaseActRequest> {
  constructor(private readonly orderPaper: OrderPaper) {}

  async run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    const approvals = transaction.repository(CaseApprovalRepository);
    const approval = await approvals.lastOf(row.id);
    if (approval?.state !== 'waiting' || isApprovalOverdue(approval, transaction.now)) return refuse({ kind: 'approval-ended' });
    if (approval.deferredAt !== null) return accept(row);
    await approvals.change(approval.id, { deferredAt: transaction.now, expiresAt: endOfDeskDay(transaction.now, DAYS_TO_RETURN) });
    transaction.audit({ act: 'case.approval-deferred', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details: { approvalId: approval.id } });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    transaction.notify({ to: 'supervisors', bodyId: act.caller.desk.bodyId });
    // Where nothing prints, the page shows the slip to be copied by hand.
    await this.orderPaper.run(transaction, act, { text: { paper: 'return-slip', reason: 'approval-waiting', caseNumber: row.number, issuedAt: transaction.now.toISOString() }, language: 'it', caseId: row.id });
    return accept(await transaction.repository(CaseRepository).step(row, row.state, transaction.now, {}));
  }
}
