// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CallsRequest, CallsView, CallView, Id, OpenCallRequest, RecordMailRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { CallActs } from './call-acts';
import { OpenCall } from './open-call';
import { RecordMail } from './record-mail';
import { ShowHelpDesk } from './show-help-desk';

/** The help desk's calls. A list names nobody; a call may. */
@ApiTags('help desk')
@Controller('calls')
export class CallsController {
  constructor(
    private readonly acts: CallActs,
    private readonly showHelpDesk: ShowHelpDesk,
    private readonly openCall: OpenCall,
    private readonly recordMail: RecordMail,
  ) {}

  @Get()
  @Needs('call.read')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: CallsView })
  list(@Caller() caller: SignedInOperator, @Query({ schema: CallsRequest }) asked: CallsRequest): Promise<CallsView> {
    return this.showHelpDesk.list(caller, asked);
  }

  @Get(':id')
  @Needs('call.read')
  @Shows.one('call')
  @ApiResponse({ status: 200, standardSchema: CallView })
  async show(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) id: string): Promise<CallView> {
    return answered(await this.showHelpDesk.call(caller, id));
  }

  @Post()
  @Needs('call.keep')
  @ApiResponse({ status: 201, standardSchema: CallView })
  open(@ThisAct() act: Act, @Body({ schema: OpenCallRequest }) request: OpenCallRequest): Promise<CallView> {
    return this.acts.perform(act, (transaction) => this.openCall.run(transaction, act, request));
  }

  @Post('mails')
  @Needs('call.keep')
  @ApiResponse({ status: 201, standardSchema: CallView })
  mail(@ThisAct() act: Act, @Body({ schema: RecordMailRequest }) request: RecordMailRequest): Promise<CallView> {
    return this.acts.perform(act, (transaction) => this.recordMail.run(transaction, act, request));
  }
}
