// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { EvidenceView } from '@sportello/contracts';
import { type EvidencePaper, type Outcome, accept, mayAddEvidence, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TakenContent } from '../../platform/evidence/content/content';
import { EvidenceContent } from '../../platform/evidence/content/evidence-content';
import { sealEvidence } from '../../platform/evidence/evidence-cipher';
import { EvidenceRepository } from '../../platform/evidence/evidence.repository';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import { Keys } from '../../platform/keys/keys';
import { answered } from '../../platform/problems/answered';
import { Randomness } from '../../platform/ports/randomness';
import type { Refusal } from '../../platform/problems/refusal';
import { refusalOfContent } from './refusal-of-content';
import { heldForEvidence, ownDesksCase } from './own-desks-case';
import { showEvidence } from './show-evidence';

/** One file more: its content is judged and written anew before anything is held, then encrypted and kept. */
@Injectable()
export class AddEvidence {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
    private readonly content: EvidenceContent,
    private readonly keys: Keys,
    private readonly settings: Settings,
    private readonly randomness: Randomness,
  ) {}

  /** @throws Refused */
  async run(act: Act, caseId: string, paper: EvidencePaper, bytes: Uint8Array): Promise<EvidenceView> {
    // Nothing is unpacked for another desk's case. The rest is asked in the act itself, so that one that comes again has its first answer.
    answered(await this.unitOfWork.read((transaction) => ownDesksCase(transaction, act.caller, caseId)));
    const taken = await this.content.take(bytes);
    const content = answered(taken.ok ? taken : refuse(refusalOfContent(taken.refusal, this.settings.evidence)));
    return this.acts.perform(
      act,
      async (transaction) => {
        const row = await this.caseToAddTo(transaction, act, caseId);
        if (!row.ok) return row;
        await this.keep(transaction, act, row.value, paper, content);
        return accept({ caseId });
      },
      async (transaction) => showEvidence(transaction, act.caller, answered(await ownDesksCase(transaction, act.caller, caseId)), this.settings.evidence),
    );
  }

  private async caseToAddTo(transaction: Transaction, { caller }: Act, caseId: string): Promise<Outcome<CaseRow, Refusal>> {
    const row = await heldForEvidence(transaction, caller, caseId);
    if (!row.ok) return row;
    const may = mayAddEvidence(row.value, transaction.now);
    if (!may.ok) return may;
    const { files: most } = this.settings.evidence;
    return (await transaction.repository(EvidenceRepository).countKept(caseId)) < most ? row : refuse({ kind: 'evidence-limit', details: { most } });
  }

  private async keep(transaction: Transaction, { caller, actor, requestId }: Act, { id: caseId, deskId }: CaseRow, paper: EvidencePaper, { type, pages, whole, thumbnail }: TakenContent): Promise<void> {
    const file = { id: transaction.newId(), caseId, paper };
    const sealed = sealEvidence({ identity: file, content: whole, thumbnail, keys: this.keys.evidence, randomness: this.randomness });
    await transaction.repository(EvidenceRepository).add({ ...file, ...sealed, type, pages, size: whole.length, addedBy: caller.operator.id, addedAt: transaction.now });
    transaction.audit({ act: 'evidence.added', actor, requestId, deskId, caseId, details: { fileId: file.id, paper, type, pages, size: whole.length } });
    transaction.notify({ to: 'desk', deskId, event: { topic: 'case', caseId } });
  }
}
