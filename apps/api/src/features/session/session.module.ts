// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CompleteWithCode } from './complete-with-code';
import { LockSession } from './lock-session';
import { ProveAgain } from './prove-again';
import { SessionLockController } from './session-lock.controller';
import { BindStation } from './bind-station';
import { SessionController } from './session.controller';
import { SessionStationController } from './session-station.controller';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInWithPasskey } from './sign-in-with-passkey';
import { SignOut } from './sign-out';

@Module({
  controllers: [SessionController, SessionLockController, SessionStationController],
  providers: [BindStation, CompleteWithCode, LockSession, ProveAgain, ShowSession, SignIn, SignInWithPasskey, SignOut],
})
export class SessionModule {}
