// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CheckCard } from './check-card';
import { FunctionalChecksController } from './functional-checks.controller';
import { PrintCheck } from './print-check';

@Module({ controllers: [FunctionalChecksController], providers: [CheckCard, PrintCheck] })
export class FunctionalChecksModule {}
