// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CallView, CloseCallRequest, Id, IdentifyByCipRequest, WriteCallRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { CallActs } from './call-acts';
import { CloseCall } from './close-call';
import { IdentifyCaller } from './identify-caller';
import { WriteCall } from './write-call';

/** What is done while somebody calls. */
@ApiTags('help desk')
@Controller('calls/:id')
@Needs('call.keep')
export class CallWorkController {
  constructor(
    private readonly acts: CallActs,
    private readonly writeCall: WriteCall,
    private readonly identifyCaller: IdentifyCaller,
    private readonly closeCall: CloseCall,
  ) {}

  @Post('changes')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CallView })
  write(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: WriteCallRequest }) request: WriteCallRequest): Promise<CallView> {
    return this.acts.perform(act, (transaction) => this.writeCall.run(transaction, act, id, request));
  }

  /** Its own row tells whom it recognised. */
  @Post('identification')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CallView })
  identify(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: IdentifyByCipRequest }) request: IdentifyByCipRequest): Promise<CallView> {
    return this.identifyCaller.run(act, id, request);
  }

  @Post('closing')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CallView })
  close(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CloseCallRequest }) request: CloseCallRequest): Promise<CallView> {
    return this.acts.perform(act, (transaction) => this.closeCall.run(transaction, act, id, request));
  }
}
