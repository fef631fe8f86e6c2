// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type ApprovalDecision, type Outcome, approvalValidThrough, localDateAt, mayDecide, refuse } from '@sportello/domain';
import { Settings } from '../../../config/settings';
import { advanceCase } from '../../../platform/activation/advance-case';
import { CaseWorkRepository } from '../../../platform/activation/case-work.repository';
import { OrderPrinting } from '../../../platform/activation/order-printing';
import { isOwnApplication } from '../../../platform/activation/own-application';
import { isOwnCard } from '../../../platform/activation/own-card';
import { CaseApprovalRepository } from '../../../platform/approval/case-approval.repository';
import { IdentifyingOperatorRepository } from '../../../platform/approval/identifying-operator.repository';
import type { CaseApprovalRow } from '../../../platform/database/rows/case-approval-row';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Doer } from '../../../platform/idempotency/act';
import type { Refusal } from '../../../platform/problems/refusal';
import { ANY_STATION } from '../../../platform/stations/station-choice';
import { evidenceStillGood } from '../evidence-still-good';
import type { Signer } from './signer';

export interface Decided {
  readonly decision: ApprovalDecision;
  readonly reason: string | null;
}

/** A supervisor's answer: the case is authorised, and printed in the same act when nothing stands in the way; or refused, with the words kept beside it. */
@Injectable()
export class ConcludeApproval {
  constructor(
    private readonly settings: Settings,
    private readonly orderPrinting: OrderPrinting,
  ) {}

  async run(transaction: Transaction, requestId: string | null, row: CaseRow, signer: Signer, { decision, reason }: Decided): Promise<Outcome<CaseRow, Refusal>> {
    const approval = await transaction.repository(CaseApprovalRepository).lastOf(row.id);
    const hasWorked = await transaction.repository(CaseWorkRepository).hasWorked(row.id, signer.id);
    const may = mayDecide(approval, { by: signer.id, hasWorked }, transaction.now);
    if (!may.ok) return may;
    if (!approval) throw new Error('a request that may be decided is there');
    if (row.holder && isOwnCard(signer.codiceFiscale, row.holder.codiceFiscale)) return refuse({ kind: 'own-card' });
    if (await isOwnApplication(transaction, signer.codiceFiscale, row)) return refuse({ kind: 'applicant-is-operator' });

    const doer: Doer = { actor: { kind: 'operator', operatorId: signer.id }, requestId };
    const written = { decidedBy: signer.id, decidedAt: transaction.now, signedAt: signer.signedAt, reason };
    const concluded = decision === 'approve' ? await this.approve(transaction, doer, row, approval, written) : await refuseCase(transaction, doer, row, approval, written);
    if (concluded.ok) transaction.notify({ to: 'supervisors', bodyId: signer.bodyId });
    return concluded;
  }

  private async approve(transaction: Transaction, doer: Doer, row: CaseRow, approval: CaseApprovalRow, written: Partial<CaseApprovalRow>): Promise<Outcome<CaseRow, Refusal>> {
    const validThrough = approvalValidThrough(localDateAt(transaction.now), this.settings.approvalTerms);
    await transaction.repository(CaseApprovalRepository).change(approval.id, { ...written, state: 'approved', validThrough });
    const details = { approvalId: approval.id, signedAt: written.signedAt ?? null };
    const authorised = await advanceCase(transaction, doer, row, { to: 'authorised', act: 'case.approved', details });
    if (!authorised.ok) return authorised;
    const good = await evidenceStillGood(transaction, authorised.value, this.settings.identityDocuments);
    if (!good.ok) return authorised;
    // The paper names who identified the person, and the supervisor has not worked the case by letting it go on.
    const caller = await transaction.repository(IdentifyingOperatorRepository).of(row.id);
    const printing = await this.orderPrinting.run(transaction, { actor: { kind: 'installation' }, requestId: doer.requestId, caller: { ...caller, at: ANY_STATION } }, authorised.value);
    // As after an identification: what stands in the way of printing does not undo the approval.
    return printing.ok ? printing : authorised;
  }
}

async function refuseCase(transaction: Transaction, doer: Doer, row: CaseRow, approval: CaseApprovalRow, written: Partial<CaseApprovalRow>): Promise<Outcome<CaseRow, Refusal>> {
  await transaction.repository(CaseApprovalRepository).change(approval.id, { ...written, state: 'refused' });
  return advanceCase(transaction, doer, row, {
    to: 'refused',
    act: 'case.approval-refused',
    details: { approvalId: approval.id, signedAt: written.signedAt ?? null },
    changes: { refusalCode: 'approval-refused-by-supervisor', refusalNote: null },
  });
}
