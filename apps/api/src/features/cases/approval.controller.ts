// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApprovalsView, CaseActRequest, CaseView, DecideApprovalAtDeskRequest, DecideApprovalRequest, Id } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { AskAgain } from './approval/ask-again';
import { CheckSigner } from './approval/check-signer';
import { DecideApproval } from './approval/decide-approval';
import { ReturnLater } from './approval/return-later';
import { SignAtDesk } from './approval/sign-at-desk';
import { CaseActs } from './case-acts';

/** A case that a supervisor has to approve before its codes are drawn. */
@ApiTags('cases')
@Controller('cases/:id/approval')
export class ApprovalController {
  constructor(
    private readonly acts: CaseActs,
    private readonly askAgain: AskAgain,
    private readonly checkSigner: CheckSigner,
    private readonly decideApproval: DecideApproval,
    private readonly signAtDesk: SignAtDesk,
    private readonly returnLater: ReturnLater,
  ) {}

  @Post()
  @Needs('case.identify')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  ask(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseActRequest }) request: CaseActRequest): Promise<CaseView> {
    return this.acts.perform(this.askAgain, act, id, request);
  }

  @Post('decision')
  @Needs('case.decide-approval')
  @Shows.list('approvals', ({ waiting }: ApprovalsView) => waiting.length)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ApprovalsView, description: 'What is left to answer' })
  decide(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: DecideApprovalRequest }) request: DecideApprovalRequest): Promise<ApprovalsView> {
    return this.acts.performInBody(this.decideApproval, act, id, request);
  }

  @Post('at-desk')
  @Needs('case.identify')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  async sign(
    @ThisAct() act: Act,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DecideApprovalAtDeskRequest }) { username, password, ...decided }: DecideApprovalAtDeskRequest,
    @Ip() source: string,
  ): Promise<CaseView> {
    const signer = answered(await this.checkSigner.run(act, id, { username, password, source }));
    return this.acts.perform(this.signAtDesk, act, id, { ...decided, signer });
  }

  @Post('return')
  @Needs('case.identify')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  return(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseActRequest }) request: CaseActRequest): Promise<CaseView> {
    return this.acts.perform(this.returnLater, act, id, request);
  }
}
