// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CloseDay } from './close-day';
import { DayActs } from './day-acts';
import { DeskDayController } from './desk-day.controller';
import { HandOver } from './hand-over';
import { OpenDay } from './open-day';
import { Register } from './register';
import { RegisterController } from './register.controller';

@Module({ controllers: [DeskDayController, RegisterController], providers: [CloseDay, DayActs, HandOver, OpenDay, Register] })
export class DeskDayModule {}
