// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Delete, Get, HttpCode, type MessageEvent, Post, Req, Res, Sse } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { MoveToDeskRequest, PasskeyRequestOptions, PasskeySignInRequest, PendingSignIn, SecondFactorCodeRequest, SessionView, SignInRequest } from '@sportello/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Needs, NeedsEvenLocked, Public } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { SessionEvents } from '../../platform/events/session-events';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { SESSION_SECONDS } from '../../platform/sessions/open-session';
import { sessionCookie, sessionTokenIn } from '../../platform/sessions/session-token';
import { type AtTheDoor, Door, letIn, letWait } from './at-the-door';
import { CompleteWithCode } from './complete-with-code';
import { MoveToDesk } from './move-to-desk';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInWithPasskey } from './sign-in-with-passkey';
import { SignOut } from './sign-out';

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly completeWithCode: CompleteWithCode,
    private readonly passkey: SignInWithPasskey,
    private readonly showSession: ShowSession,
    private readonly signOut: SignOut,
    private readonly moveToDesk: MoveToDesk,
    private readonly sessionEvents: SessionEvents,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SessionView })
  @ApiResponse({ status: 202, standardSchema: PendingSignIn })
  async open(@Door() door: AtTheDoor, @Body({ schema: SignInRequest }) request: SignInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView | PendingSignIn> {
    const { step, browser } = answered(await this.signIn.run(door, request));
    if (step.kind === 'pending') {
      letWait(reply.status(202), step.pendingToken, browser);
      return step.view;
    }
    letIn(reply, step.opened, browser);
    return this.showSession.run(step.opened.caller);
  }

  @Post('code')
  @Public()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SessionView })
  async complete(@Door() door: AtTheDoor, @Body({ schema: SecondFactorCodeRequest }) request: SecondFactorCodeRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const opened = answered(await this.completeWithCode.run(door, request));
    letIn(reply, opened, door.browser);
    return this.showSession.run(opened.caller);
  }

  @Post('passkey-options')
  @Public()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PasskeyRequestOptions })
  async passkeyOptions(@Door() door: AtTheDoor, @Res({ passthrough: true }) reply: FastifyReply): Promise<PasskeyRequestOptions> {
    const { token, options } = answered(await this.passkey.options(door));
    letWait(reply, token, undefined);
    return options;
  }

  @Post('passkey')
  @Public()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SessionView })
  async openWithPasskey(@Door() door: AtTheDoor, @Body({ schema: PasskeySignInRequest }) { assertion }: PasskeySignInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    const opened = answered(await this.passkey.run(door, assertion));
    letIn(reply, opened, door.browser);
    return this.showSession.run(opened.caller);
  }

  @Get()
  @NeedsEvenLocked('session.own')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: SessionView })
  show(@Caller() caller: SignedInOperator): Promise<SessionView> {
    return this.showSession.run(caller);
  }

  /** The new session ends when the earlier one would have. */
  @Post('desk')
  @Needs('session.own')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SessionView })
  async move(
    @Caller() caller: SignedInOperator,
    @Body({ schema: MoveToDeskRequest }) { deskId }: MoveToDeskRequest,
    @RequestId() requestId: string,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const opened = answered(await this.moveToDesk.run(caller, { deskId, requestId, token: sessionTokenIn(headers.cookie) }));
    void reply.header('set-cookie', sessionCookie(opened.token, SESSION_SECONDS));
    return this.showSession.run(opened.caller);
  }

  @Sse('events')
  @Needs('session.own')
  @Shows.nobody()
  hear(@Caller() caller: SignedInOperator): Observable<MessageEvent> {
    return this.sessionEvents.of(caller);
  }

  @Delete()
  @NeedsEvenLocked('session.own')
  @HttpCode(204)
  async close(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signOut.run(caller, requestId);
    void reply.header('set-cookie', sessionCookie('', 0));
  }
}
