// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CaseView, ColleaguesView, CorrectCaseRequest, HandOverCaseRequest, Id } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { isSupervisor } from '../../platform/custody/supervisor';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { CaseActs } from './case-acts';
import { CorrectCase } from './correct-case';
import { HandOverCase } from './hand-over-case';

/** What is done with the record of a case, and does not bring the case on. */
@ApiTags('cases')
@Controller('cases/:id')
export class CaseRecordController {
  constructor(
    private readonly acts: CaseActs,
    private readonly correctCase: CorrectCase,
    private readonly handOverCase: HandOverCase,
  ) {}

  @Post('corrections')
  @Needs('case.correct')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  correct(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CorrectCaseRequest }) request: CorrectCaseRequest): Promise<CaseView> {
    // Corrections reach as far as the look does.
    return this.acts.perform(this.correctCase, act, id, request, isSupervisor(act.caller) ? 'body' : 'desk');
  }

  @Get('colleagues')
  @Needs('case.hand-over')
  @Shows.listOfCase('colleagues', ({ colleagues }: ColleaguesView) => colleagues.length)
  @ApiResponse({ status: 200, standardSchema: ColleaguesView })
  async colleagues(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) id: string): Promise<ColleaguesView> {
    return answered(await this.handOverCase.colleagues(caller, id));
  }

  @Post('hand-over')
  @Needs('case.hand-over')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  handOver(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: HandOverCaseRequest }) request: HandOverCaseRequest): Promise<CaseView> {
    return this.acts.perform(this.handOverCase, act, id, request);
  }
}
