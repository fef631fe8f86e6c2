// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CheckCard } from './check-card';
import { FunctionalChecksController } from './functional-checks.controller';

@Module({ controllers: [FunctionalChecksController], providers: [CheckCard] })
export class FunctionalChecksModule {}
