// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PasskeyRequestOptions, ProveRequest } from '@sportello/contracts';
import { Needs, NeedsEvenLocked } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { answered } from '../../platform/problems/answered';
import { type AtTheDoor, Door } from './at-the-door';
import { LockSession } from './lock-session';
import { ProveAgain } from './prove-again';

/** What becomes of a session that nobody uses, and how its person comes back to it. */
@ApiTags('session')
@Controller('session')
export class SessionLockController {
  constructor(
    private readonly lockSession: LockSession,
    private readonly proveAgain: ProveAgain,
  ) {}

  /** The page says that a hand is at work in it, when no act tells. */
  @Post('use')
  @Needs('session.own')
  @HttpCode(204)
  use(): void {
    // The guard has written it down, as it does at each act.
  }

  @Post('lock')
  @NeedsEvenLocked('session.own')
  @HttpCode(204)
  lock(@Caller() caller: SignedInOperator, @RequestId() requestId: string): Promise<void> {
    return this.lockSession.run(caller, requestId);
  }

  @Post('unlock-options')
  @NeedsEvenLocked('session.own')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PasskeyRequestOptions })
  unlockOptions(@Caller() caller: SignedInOperator): Promise<PasskeyRequestOptions> {
    return this.proveAgain.options(caller);
  }

  @Post('unlock')
  @NeedsEvenLocked('session.own')
  @HttpCode(204)
  async unlock(@Caller() caller: SignedInOperator, @Door() door: AtTheDoor, @Body({ schema: ProveRequest }) request: ProveRequest): Promise<void> {
    answered(await this.proveAgain.run(caller, door, request));
  }
}
