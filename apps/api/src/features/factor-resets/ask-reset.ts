// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { FactorResetRepository } from './factor-reset.repository';

const HOURS_TO_CONFIRM = 24;

/** One administrator asks that somebody of the body begins anew with their password alone; nothing happens until another confirms it. */
@Injectable()
export class AskReset {
  async run(transaction: Transaction, { caller, actor, requestId }: Act, operatorId: string): Promise<Outcome<SubjectDone, Refusal>> {
    const resets = transaction.repository(FactorResetRepository);
    if (operatorId === caller.operator.id) return refuse({ kind: 'own-factors' });
    if (!(await resets.isOfBody(operatorId, caller.desk.bodyId))) return refuse({ kind: 'not-found' });
    const [id, expiresAt] = [transaction.newId(), new Date(transaction.now.getTime() + HOURS_TO_CONFIRM * 3_600_000)];
    await resets.ask({ id, operatorId, askedBy: caller.operator.id, askedAt: transaction.now, expiresAt });
    transaction.audit({ act: 'factors.reset-asked', actor, requestId, deskId: caller.desk.id, subject: { kind: 'operator', id: operatorId }, details: { resetId: id, operatorId } });
    return accept({ subjectId: id });
  }
}
