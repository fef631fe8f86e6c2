// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { RetentionController } from './retention.controller';

@Module({ controllers: [RetentionController] })
export class RetentionModule {}
