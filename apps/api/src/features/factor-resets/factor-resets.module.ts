// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AskReset } from './ask-reset';
import { ConfirmReset } from './confirm-reset';
import { FactorResetsController } from './factor-resets.controller';

@Module({ controllers: [FactorResetsController], providers: [AskReset, ConfirmReset] })
export class FactorResetsModule {}
