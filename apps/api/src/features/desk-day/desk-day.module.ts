// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CloseDay } from './close-day';
import { DayActs } from './day-acts';
import { DeskDayController } from './desk-day.controller';
import { HandOver } from './hand-over';
import { OpenDay } from './open-day';

@Module({ controllers: [DeskDayController], providers: [CloseDay, DayActs, HandOver, OpenDay] })
export class DeskDayModule {}
