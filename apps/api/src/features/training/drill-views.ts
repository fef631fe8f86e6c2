// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DrillView } from '@sportello/contracts';
import { DRILLS, type Drill, drillsDone } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { DrillHistoryRepository } from './drill-history.repository';
import { DrillRecordRepository } from './drill-record.repository';

/** All drills of each operator: done in the cases of this installation, or told by a rehearsal's record. */
export async function drillViewsOf(transaction: Transaction, operatorIds: readonly string[]): Promise<ReadonlyMap<string, DrillView[]>> {
  const history = await transaction.repository(DrillHistoryRepository).of(operatorIds);
  const records = await transaction.repository(DrillRecordRepository).of(operatorIds);
  return new Map(
    operatorIds.map((id) => {
      const here = drillsDone(history.filter(({ operatorId }) => operatorId === id));
      const recorded = records.filter(({ operatorId }) => operatorId === id).flatMap(({ drills }) => drills);
      return [id, DRILLS.map((drill) => drillView(drill, here.find((done) => done.drill === drill)?.at, recorded.find((done) => done.drill === drill)?.at))];
    }),
  );
}

/** What this installation saw itself goes before what another says. */
function drillView(drill: Drill, here: Date | undefined, recorded: string | undefined): DrillView {
  if (here) return { drill, doneAt: here.toISOString(), by: 'cases' };
  return { drill, doneAt: recorded ?? null, by: recorded === undefined ? null : 'record' };
}

export function doneIn(drills: readonly DrillView[]): readonly Drill[] {
  return drills.flatMap(({ drill, doneAt }) => (doneAt === null ? [] : [drill]));
}
