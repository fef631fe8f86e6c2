// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CloseDayRequest, DayView, HandOverRequest, OpenDayRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { CloseDay } from './close-day';
import { DayActs } from './day-acts';
import { HandOver } from './hand-over';
import { OpenDay } from './open-day';

/** The desk's day, from opening to closing. */
@ApiTags('desk day')
@Controller('desk/day')
@Shows.list('desk-day', ({ openCases, handovers, colleagues }: DayView) => openCases.length + handovers.length + colleagues.length)
export class DeskDayController {
  constructor(
    private readonly acts: DayActs,
    private readonly openDay: OpenDay,
    private readonly handOver: HandOver,
    private readonly closeDay: CloseDay,
  ) {}

  @Get()
  @Needs('sheets.read')
  @ApiResponse({ status: 200, standardSchema: DayView })
  show(@Caller() caller: SignedInOperator): Promise<DayView> {
    return this.acts.show(caller);
  }

  @Post('opening')
  @Needs('day.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: DayView })
  open(@ThisAct() act: Act, @Body({ schema: OpenDayRequest }) request: OpenDayRequest): Promise<DayView> {
    return this.acts.perform(this.openDay, act, request);
  }

  @Post('handover')
  @Needs('day.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: DayView })
  change(@ThisAct() act: Act, @Body({ schema: HandOverRequest }) request: HandOverRequest): Promise<DayView> {
    return this.acts.perform(this.handOver, act, request);
  }

  @Post('closing')
  @Needs('day.keep')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: DayView })
  close(@ThisAct() act: Act, @Body({ schema: CloseDayRequest }) request: CloseDayRequest): Promise<DayView> {
    return this.acts.perform(this.closeDay, act, request);
  }
}
