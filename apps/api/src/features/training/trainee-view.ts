// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TraineeView, TraineesView } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import { DrillRecordRepository, recordViews } from './drill-record.repository';
import { drillViewsOf } from './drill-views';
import { type FoundTrainee, TraineeRepository } from './trainee.repository';

/** Who is in training at the desks of the caller's body. */
export async function showTrainees(transaction: Transaction, caller: SignedInOperator): Promise<TraineesView> {
  return { trainees: await views(transaction, caller, await transaction.repository(TraineeRepository).inTraining(caller.desk.bodyId)) };
}

/** Anybody of the body: somebody who was enabled is still looked at. */
export async function showTrainee(transaction: Transaction, caller: SignedInOperator, operatorId: string): Promise<Outcome<TraineeView, Refusal>> {
  const found = await transaction.repository(TraineeRepository).ofBody(operatorId, caller.desk.bodyId);
  const [view] = found ? await views(transaction, caller, [found]) : [];
  return view ? accept(view) : refuse({ kind: 'not-found' });
}

async function views(transaction: Transaction, { operator }: SignedInOperator, found: readonly FoundTrainee[]): Promise<TraineeView[]> {
  const ids = found.map(({ id }) => id);
  const drills = await drillViewsOf(transaction, ids);
  const records = await transaction.repository(DrillRecordRepository).of(ids);
  return found.map(({ id, displayName, deskName, trainingSince, enabledAt, enabledBy, enabledBeside, reason }) => ({
    id,
    displayName,
    deskName,
    since: trainingSince?.toISOString() ?? null,
    enabled: enabledAt && { at: enabledAt.toISOString(), by: enabledBy ?? '', beside: enabledBeside, reason },
    drills: drills.get(id) ?? [],
    records: recordViews(records.filter(({ operatorId }) => operatorId === id)),
    isOwn: id === operator.id,
  }));
}
