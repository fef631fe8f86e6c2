// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { EvidenceView, WithdrawEvidenceRequest } from '@sportello/contracts';
import { accept, mayWithdrawEvidence, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { EvidenceRepository } from '../../platform/evidence/evidence.repository';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import { answered } from '../../platform/problems/answered';
import { heldForEvidence, ownDesksCase } from './own-desks-case';
import { showEvidence } from './show-evidence';

/** A file that was added by mistake: its bytes and its key are destroyed, its row says who, when and why. */
@Injectable()
export class WithdrawEvidence {
  constructor(
    private readonly acts: Acts,
    private readonly settings: Settings,
  ) {}

  /** @throws Refused */
  run(act: Act, caseId: string, fileId: string, { reason }: WithdrawEvidenceRequest): Promise<EvidenceView> {
    const { caller, actor, requestId } = act;
    return this.acts.perform(
      act,
      async (transaction) => {
        const row = await heldForEvidence(transaction, caller, caseId);
        if (!row.ok) return row;
        const may = mayWithdrawEvidence(row.value, caller.permissions.includes('evidence.withdraw-late'));
        if (!may.ok) return may;
        const files = transaction.repository(EvidenceRepository);
        const paper = await files.withdraw(caseId, fileId, { by: caller.operator.id, at: transaction.now, reason });
        if (paper === undefined) return refuse({ kind: (await files.part(caseId, fileId, 'thumbnail')) ? 'evidence-gone' : 'not-found' });
        const { deskId } = row.value;
        transaction.audit({ act: 'evidence.withdrawn', actor, requestId, deskId, caseId, details: { fileId, paper, reason } });
        transaction.notify({ to: 'desk', deskId, event: { topic: 'case', caseId } });
        return accept({ caseId });
      },
      async (transaction) => showEvidence(transaction, caller, answered(await ownDesksCase(transaction, caller, caseId)), this.settings.evidence),
    );
  }
}
