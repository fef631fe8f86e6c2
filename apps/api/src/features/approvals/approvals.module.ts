// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { ApprovalsController } from './approvals.controller';

@Module({ controllers: [ApprovalsController] })
export class ApprovalsModule {}
