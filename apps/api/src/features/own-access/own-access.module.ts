// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { ChangePassword } from './change-password';
import { MakeRecoveryCodes } from './make-recovery-codes';
import { OwnAccessController } from './own-access.controller';
import { OwnAuthenticatorApp } from './own-authenticator-app';
import { OwnChange } from './own-change';
import { OwnPasskeys } from './own-passkeys';
import { RemoveFactor } from './remove-factor';
import { ShowOwnAccess } from './show-own-access';

@Module({ controllers: [OwnAccessController], providers: [ChangePassword, MakeRecoveryCodes, OwnAuthenticatorApp, OwnChange, OwnPasskeys, RemoveFactor, ShowOwnAccess] })
export class OwnAccessModule {}
