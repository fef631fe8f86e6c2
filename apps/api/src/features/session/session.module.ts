// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { BindStation } from './bind-station';
import { CompleteWithCode } from './complete-with-code';
import { LockSession } from './lock-session';
import { MoveToDesk } from './move-to-desk';
import { ProveAgain } from './prove-again';
import { SessionLockController } from './session-lock.controller';
import { SessionController } from './session.controller';
import { SessionStationController } from './session-station.controller';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInWithPasskey } from './sign-in-with-passkey';
import { SignOut } from './sign-out';

@Module({
  controllers: [SessionController, SessionLockController, SessionStationController],
  providers: [BindStation, CompleteWithCode, LockSession, MoveToDesk, ProveAgain, ShowSession, SignIn, SignInWithPasskey, SignOut],
})
export class SessionModule {}
