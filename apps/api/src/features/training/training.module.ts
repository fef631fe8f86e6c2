// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CheckSecondPerson } from './check-second-person';
import { EnableOperator } from './enable-operator';
import { EndTutorship } from './end-tutorship';
import { KeepDrillRecord } from './keep-drill-record';
import { ShowTraining } from './show-training';
import { SignTutor } from './sign-tutor';
import { TraineeActs } from './trainee-acts';
import { TraineesController } from './trainees.controller';
import { TrainingController } from './training.controller';

@Module({
  controllers: [TraineesController, TrainingController],
  providers: [CheckSecondPerson, EnableOperator, EndTutorship, KeepDrillRecord, ShowTraining, SignTutor, TraineeActs],
})
export class TrainingModule {}
