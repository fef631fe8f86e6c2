// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CorrectCaseRequest } from '@sportello/contracts';
import { type Outcome, accept, judgeCorrection, mayCorrect, refuse } from '@sportello/domain';
import { CaseRepository } from '../../platform/activation/case.repository';
import { CorrectionRepository } from '../../platform/activation/correction.repository';
import { presentValue } from '../../platform/activation/corrections';
import { isSupervisor } from '../../platform/custody/supervisor';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';

/** *Rettifica*: adds what a recorded datum should have been, and why. What was recorded stays as it was, in the case and on its paper. */
@Injectable()
export class CorrectCase implements CaseUseCase<CorrectCaseRequest> {
  async run(transaction: Transaction, act: Act, row: CaseRow, { field, value, reason }: CorrectCaseRequest): Promise<Outcome<CaseRow, Refusal>> {
    const document = await transaction.repository(CaseRepository).documentOf(row.id);
    const may = mayCorrect({ state: row.state, changedAt: row.changedAt, hasDocument: document !== undefined }, isSupervisor(act.caller), transaction.now);
    if (!may.ok) return may;
    if (!document) return refuse({ kind: 'nothing-to-correct' });
    const corrections = transaction.repository(CorrectionRepository);
    const judged = judgeCorrection(field, value, presentValue(document, await corrections.of(row.id), field));
    if (!judged.ok) return judged;
    await corrections.add({ id: transaction.newId(), caseId: row.id, field, value: judged.value, reason, correctedBy: act.caller.operator.id, at: transaction.now });
    transaction.audit({ act: 'case.corrected', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details: { field, state: row.state } });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    return accept(row);
  }
}
