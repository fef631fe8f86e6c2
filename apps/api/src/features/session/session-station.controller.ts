// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { BindStationRequest, BoundStation } from '@sportello/contracts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { answered } from '../../platform/problems/answered';
import { BindStation } from './bind-station';

/** At which station the session's browser stands. */
@ApiTags('session')
@Controller('session/station')
export class SessionStationController {
  constructor(private readonly bindStation: BindStation) {}

  @Post()
  @Needs('case.open')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: BoundStation })
  async bind(
    @Caller() caller: SignedInOperator,
    @RequestId() requestId: string,
    @Body({ schema: BindStationRequest }) { code }: BindStationRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoundStation> {
    const { station, cookie } = answered(await this.bindStation.run(caller, requestId, code));
    void reply.header('set-cookie', cookie);
    return station;
  }
}
