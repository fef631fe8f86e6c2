// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type Outcome, accept, isInTraining, mayEnable, refuse } from '@sportello/domain';
import type { OperatorRow } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { doneIn, drillViewsOf } from './drill-views';
import { TraineeRepository } from './trainee.repository';
import type { TraineeUseCase } from './trainee-acts';

export interface AskedEnabling {
  readonly reason: string | null;
  /** Who signed beside. */
  readonly second: OperatorRow | null;
}

/** The training ends: from here the person hands envelopes over alone. */
@Injectable()
export class EnableOperator implements TraineeUseCase<AskedEnabling> {
  async run(transaction: Transaction, act: Act, operatorId: string, { reason, second }: AskedEnabling): Promise<Outcome<SubjectDone, Refusal>> {
    const { operator, desk } = act.caller;
    const trainee = await transaction.repository(TraineeRepository).heldOfBody(operatorId, desk.bodyId);
    if (!trainee) return refuse({ kind: 'not-found' });
    const drills = (await drillViewsOf(transaction, [operatorId])).get(operatorId) ?? [];
    const may = mayEnable({ isSelf: operatorId === operator.id, isInTraining: isInTraining(trainee), done: doneIn(drills), hasSecondPerson: second !== null, hasReason: reason !== null });
    if (!may.ok) return may;
    const isByTwo = may.value.length > 0;
    await transaction.repository(TraineeRepository).enable(operatorId, { by: operator.id, beside: isByTwo ? (second?.id ?? null) : null, reason: isByTwo ? reason : null, at: transaction.now });
    const details = { operatorId, missing: may.value, besideId: isByTwo ? (second?.id ?? null) : null };
    const trainingSince = trainee.trainingSince?.toISOString() ?? null;
    const change = { before: { trainingSince, enabledAt: null }, after: { trainingSince, enabledAt: transaction.now.toISOString() } };
    transaction.audit({ act: 'training.enabled', actor: act.actor, requestId: act.requestId, deskId: trainee.deskId, subject: { kind: 'operator', id: operatorId }, details, change });
    transaction.notify({ to: 'desk', deskId: trainee.deskId, event: { topic: 'training' } });
    return accept({ subjectId: operatorId });
  }
}
