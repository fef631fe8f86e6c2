// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { SessionController } from './session.controller';
import { ShowSession } from './show-session';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';

@Module({ controllers: [SessionController], providers: [ShowSession, SignIn, SignOut] })
export class SessionModule {}
