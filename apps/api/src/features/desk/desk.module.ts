// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { DeskController } from './desk.controller';
import { CountCardOutcomes } from './count-card-outcomes';
import { DeskEvents } from './desk-events';
import { ShowDesk } from './show-desk';

@Module({ controllers: [DeskController], providers: [CountCardOutcomes, DeskEvents, ShowDesk] })
export class DeskModule {}
