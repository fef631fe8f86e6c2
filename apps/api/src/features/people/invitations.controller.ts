// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AcceptedInvitation, AcceptInvitationRequest, Id, InvitationCode } from '@sportello/contracts';
import { Needs, Public } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { answered } from '../../platform/problems/answered';
import { AcceptInvitation } from './accept-invitation';
import { MakeInvitation } from './make-invitation';

/** How somebody who was added comes to a password that only they know. */
@ApiTags('people')
@Controller()
export class InvitationsController {
  constructor(
    private readonly makeInvitation: MakeInvitation,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  /** Without an idempotency key: the code is kept nowhere, so that asking again makes another. */
  @Post('people/:id/invitation')
  @Needs('people.manage')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: InvitationCode })
  async make(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Param('id', { schema: Id }) personId: string): Promise<InvitationCode> {
    return answered(await this.makeInvitation.run(caller, personId, requestId));
  }

  @Post('invitations/accept')
  @Public()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: AcceptedInvitation })
  async accept(@Body({ schema: AcceptInvitationRequest }) request: AcceptInvitationRequest, @Ip() source: string, @RequestId() requestId: string): Promise<AcceptedInvitation> {
    return answered(await this.acceptInvitation.run(request, source, requestId));
  }
}
