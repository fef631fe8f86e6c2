// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { BindStation } from './bind-station';
import { CompleteWithCode } from './complete-with-code';
import { LockSession } from './lock-session';
import { MoveToDesk } from './move-to-desk';
import { PasskeyThrottle } from './passkey-throttle';
import { ProveAgain } from './prove-again';
import { SessionLockController } from './session-lock.controller';
import { SessionController } from './session.controller';
import { SessionStationController } from './session-station.controller';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignInWithPasskey } from './sign-in-with-passkey';
import { SignOut } from './sign-out';
import { BeginSingleSignOn } from './single-sign-on/begin-single-sign-on';
import { CollectSingleSignOn } from './single-sign-on/collect-single-sign-on';
import { FinishSingleSignOn } from './single-sign-on/finish-single-sign-on';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller';
import { SingleSignOnThrottle } from './single-sign-on/single-sign-on-throttle';

@Module({
  controllers: [SessionController, SessionLockController, SessionStationController, SingleSignOnController],
  providers: [
    BeginSingleSignOn,
    BindStation,
    CollectSingleSignOn,
    CompleteWithCode,
    FinishSingleSignOn,
    LockSession,
    MoveToDesk,
    PasskeyThrottle,
    ProveAgain,
    ShowSession,
    SignIn,
    SignInWithPasskey,
    SignOut,
    SingleSignOnThrottle,
  ],
})
export class SessionModule {}
