// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CaseDecisionRequest, CaseView, Id } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { CaseActs } from './case-acts';
import { CloseAsLost } from './close-as-lost';
import { RenewCodes } from './renew-codes';
import { ResumeWriting } from './resume-writing';

/** What a supervisor decides on a case that does not go on by itself. */
@ApiTags('cases')
@Controller('cases/:id')
export class DecisionsController {
  constructor(
    private readonly acts: CaseActs,
    private readonly resumeWriting: ResumeWriting,
    private readonly renewCodes: RenewCodes,
    private readonly closeAsLost: CloseAsLost,
  ) {}

  @Post('writing')
  @Needs('case.decide-stopped')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  resume(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseDecisionRequest }) request: CaseDecisionRequest): Promise<CaseView> {
    return this.acts.perform(this.resumeWriting, act, id, request);
  }

  @Post('new-codes')
  @Needs('case.decide-stopped')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  renew(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseDecisionRequest }) request: CaseDecisionRequest): Promise<CaseView> {
    return this.acts.perform(this.renewCodes, act, id, request);
  }

  @Post('loss')
  @Needs('case.decide-stopped')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  close(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseDecisionRequest }) request: CaseDecisionRequest): Promise<CaseView> {
    return this.acts.perform(this.closeAsLost, act, id, request);
  }
}
