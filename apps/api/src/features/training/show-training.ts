// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SignedDrillRecord, TrainingView } from '@sportello/contracts';
import { Settings } from '../../config/settings';
import type { SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import { trainingStanding } from '../../platform/training/training-standing';
import { TutorshipRepository } from '../../platform/training/tutorship.repository';
import { drillViewsOf } from './drill-views';
import { makeDrillRecord } from './make-drill-record';
import { TraineeRepository } from './trainee.repository';

/** The training of whoever is signed in. */
@Injectable()
export class ShowTraining {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly keys: Keys,
  ) {}

  run(caller: SignedInOperator): Promise<TrainingView> {
    return this.unitOfWork.read((transaction) => this.view(transaction, caller));
  }

  async view(transaction: Transaction, caller: SignedInOperator): Promise<TrainingView> {
    const standing = await trainingStanding(transaction, caller, this.settings.traineesDeliver);
    const tutoring = await transaction.repository(TutorshipRepository).ofTutor(caller.operator.id, transaction.now);
    return {
      standing,
      // Who has years of cases behind them is asked for no drills.
      drills: standing ? [...((await drillViewsOf(transaction, [caller.operator.id])).get(caller.operator.id) ?? [])] : [],
      tutoring: tutoring.map(({ id, trainee, until }) => ({ id, trainee, until: until.toISOString() })),
    };
  }

  /** What they did here, to take along. */
  record({ operator }: SignedInOperator, requestId: string): Promise<SignedDrillRecord> {
    return this.unitOfWork.run(async (transaction) => {
      const row = await transaction.repository(TraineeRepository).byId(operator.id);
      return makeDrillRecord(transaction, { actor: { kind: 'operator', operatorId: operator.id }, requestId }, row, this.keys.signing);
    });
  }
}
