// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApprovalDocument, AskStationChangeRequest, CaseActRequest, CaseView, ConfirmStationChangeRequest, Id } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { CaseActs } from './case-acts';
import { AskStationChange } from './station-change/ask-station-change';
import { ConfirmStationChange } from './station-change/confirm-station-change';
import { GiveTicket } from './station-change/give-ticket';

/** A case whose codes lie at a station that is gone is finished at another one, when two people ask the vault. */
@ApiTags('cases')
@Controller('cases/:id/station-change')
export class StationChangeController {
  constructor(
    private readonly acts: CaseActs,
    private readonly giveTicket: GiveTicket,
    private readonly askStationChange: AskStationChange,
    private readonly confirmStationChange: ConfirmStationChange,
  ) {}

  @Post('ticket')
  @Needs('case.ask-station-change')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ApprovalDocument })
  ticket(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseActRequest }) request: CaseActRequest): Promise<ApprovalDocument> {
    return this.acts.performFor(this.giveTicket, act, id, request);
  }

  @Post()
  @Needs('case.ask-station-change')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  ask(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: AskStationChangeRequest }) request: AskStationChangeRequest): Promise<CaseView> {
    return this.acts.perform(this.askStationChange, act, id, request);
  }

  @Post('confirmation')
  @Needs('case.confirm-station-change')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  confirm(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: ConfirmStationChangeRequest }) request: ConfirmStationChangeRequest): Promise<CaseView> {
    return this.acts.perform(this.confirmStationChange, act, id, request);
  }
}
