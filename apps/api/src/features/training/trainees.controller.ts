// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { EnableOperatorRequest, Id, SignedDrillRecord, TraineeView, TraineesView } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { CheckSecondPerson } from './check-second-person';
import { EnableOperator } from './enable-operator';
import { KeepDrillRecord } from './keep-drill-record';
import { TraineeActs } from './trainee-acts';

/** The training of the body's operators. */
@ApiTags('training')
@Controller()
export class TraineesController {
  constructor(
    private readonly acts: TraineeActs,
    private readonly keepDrillRecord: KeepDrillRecord,
    private readonly enableOperator: EnableOperator,
    private readonly checkSecondPerson: CheckSecondPerson,
  ) {}

  @Get('trainees')
  @Needs('training.read')
  @Shows.list('trainees', ({ trainees }: TraineesView) => trainees.length)
  @ApiResponse({ status: 200, standardSchema: TraineesView })
  list(@Caller() caller: SignedInOperator): Promise<TraineesView> {
    return this.acts.list(caller);
  }

  @Get('operators/:id/training')
  @Needs('training.read')
  @Shows.one('operator', 'training')
  @ApiResponse({ status: 200, standardSchema: TraineeView })
  show(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) id: string): Promise<TraineeView> {
    return this.acts.show(caller, id);
  }

  @Post('operators/:id/drill-records')
  @Needs('training.record')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TraineeView })
  keep(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: SignedDrillRecord }) signed: SignedDrillRecord): Promise<TraineeView> {
    return this.acts.perform(this.keepDrillRecord, act, id, signed);
  }

  @Post('operators/:id/enabling')
  @Needs('training.enable')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TraineeView })
  async enable(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: EnableOperatorRequest }) { reason, username, password }: EnableOperatorRequest, @Ip() source: string): Promise<TraineeView> {
    const isSigned = username !== undefined && password !== undefined;
    const second = isSigned ? answered(await this.checkSecondPerson.run(act, id, { username, password, source })) : null;
    return this.acts.perform(this.enableOperator, act, id, { reason, second });
  }
}
