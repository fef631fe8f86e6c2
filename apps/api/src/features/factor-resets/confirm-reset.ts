// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { resetFactors } from '../../platform/second-factors/reset-factors';
import { FactorResetRepository } from './factor-reset.repository';

/** Another administrator than the one who asked, and not the person themselves, makes it happen. */
@Injectable()
export class ConfirmReset {
  async run(transaction: Transaction, act: Act, resetId: string): Promise<Outcome<SubjectDone, Refusal>> {
    const resets = transaction.repository(FactorResetRepository);
    const { operator, desk } = act.caller;
    const reset = await resets.of(resetId, desk.bodyId);
    if (!reset) return refuse({ kind: 'not-found' });
    if (reset.askedBy === operator.id || reset.operatorId === operator.id) return refuse({ kind: 'own-factors' });
    if (!(await resets.confirm(resetId, operator.id, transaction.now))) return refuse({ kind: 'not-found' });
    await resetFactors(transaction, act, { id: reset.operatorId, deskId: reset.operatorDeskId });
    return accept({ subjectId: resetId });
  }
}
