// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { SessionView, SignInRequest } from '@sportello/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs, Public } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { answered } from '../../platform/problems/answered';
import { SESSION_SECONDS } from '../../platform/sessions/open-session';
import { sessionCookie, sessionTokenIn } from '../../platform/sessions/session-token';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly showSession: ShowSession,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SessionView })
  async open(
    @Body({ schema: SignInRequest }) request: SignInRequest,
    @Ip() source: string,
    @RequestId() requestId: string,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const opened = answered(await this.signIn.run({ ...request, source, requestId, earlierToken: sessionTokenIn(headers.cookie) }));
    void reply.header('set-cookie', sessionCookie(opened.token, SESSION_SECONDS));
    return this.showSession.run(opened.caller);
  }

  @Get()
  @Needs('session.own')
  @ApiResponse({ status: 200, standardSchema: SessionView })
  show(@Caller() caller: SignedInOperator): Promise<SessionView> {
    return this.showSession.run(caller);
  }

  @Delete()
  @Needs('session.own')
  @HttpCode(204)
  async close(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.run(caller, requestId);
    void reply.header('set-cookie', sessionCookie('', 0));
  }
}
