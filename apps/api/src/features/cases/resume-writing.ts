// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseDecisionRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { BeginWriting } from '../../platform/activation/begin-writing';
import { CaseRepository } from '../../platform/activation/case.repository';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';
import { holderOfCodes, keepDecision, liftedStop, onlyInterrupted, unlessOwnCase } from './decisions';

/** The stop is lifted: the same codes are written at once when the card is in the reader, else when it comes back. Nothing is printed again. */
@Injectable()
export class ResumeWriting implements CaseUseCase<CaseDecisionRequest> {
  constructor(private readonly beginWriting: BeginWriting) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, { reason }: CaseDecisionRequest): Promise<Outcome<CaseRow, Refusal>> {
    const interrupted = onlyInterrupted(row);
    if (!interrupted.ok) return interrupted;
    const free = await unlessOwnCase(transaction, act, row);
    if (!free.ok) return free;
    const holder = await holderOfCodes(transaction, row);
    // Lifted, it would wait for a station that never comes back.
    if (!holder) return refuse({ kind: 'codes-at-lost-station' });
    await keepDecision(transaction, act, row, { decision: 'resume-writing', reason });
    const lifted = await transaction.repository(CaseRepository).step(row, row.state, transaction.now, liftedStop(row));
    const because = row.obstacleDetails?.['because'];
    const details = { fence: row.fence, because: typeof because === 'string' ? because : null };
    transaction.audit({ act: 'case.writing-resumed', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    // Without the card, or at another station, the case waits as any interrupted one does.
    const writing = await this.beginWriting.run(transaction, act, lifted, act.caller.at);
    return writing.ok ? writing : accept(lifted);
  }
}
