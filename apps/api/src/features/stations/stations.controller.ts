// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CardEvent, EnrolmentAnswer, EnrolmentRequest, HeadContradiction, HeadCountersignature, Id, StationCodeMessage, StationStatus } from '@sportello/contracts';
import type { FastifyRequest } from 'fastify';
import { ForEnrolment, ForStations, Needs } from '../../platform/access/access';
import { Caller, type CallingStation, RequestId, type SignedInOperator, Station } from '../../platform/access/caller';
import { answered } from '../../platform/problems/answered';
import { EnrolStation } from './enrol-station';
import { HeldHeads } from './held-heads';
import { EnrolmentCode, MakeEnrolmentCode } from './make-enrolment-code';
import { NoteCardEvent } from './note-card-event';
import { NoteStatus } from './note-status';
import { TakeStationCode } from './take-station-code';

/** What stations say of themselves and of the cards in their readers. */
@ApiTags('stations')
@Controller()
export class StationsController {
  constructor(
    private readonly makeEnrolmentCode: MakeEnrolmentCode,
    private readonly enrolStation: EnrolStation,
    private readonly noteStatus: NoteStatus,
    private readonly noteCardEvent: NoteCardEvent,
    private readonly takeStationCode: TakeStationCode,
    private readonly heldHeads: HeldHeads,
  ) {}

  @Post('stations/:id/enrolment-code')
  @Needs('station.enrol')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: EnrolmentCode })
  async newCode(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Param('id', { schema: Id }) id: string): Promise<EnrolmentCode> {
    return answered(await this.makeEnrolmentCode.run(caller, requestId, id));
  }

  @Post('station/enrolment')
  @ForEnrolment()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: EnrolmentAnswer })
  async enrol(@Body({ schema: EnrolmentRequest }) request: EnrolmentRequest, @Req() { id, headers }: FastifyRequest): Promise<EnrolmentAnswer> {
    return answered(await this.enrolStation.run(request, Number(headers['station-sequence']), id));
  }

  @Post('station/status')
  @ForStations()
  @HttpCode(204)
  status(@Station() station: CallingStation, @RequestId() requestId: string, @Body({ schema: StationStatus }) status: StationStatus): Promise<void> {
    return this.noteStatus.run(station, requestId, status);
  }

  @Post('station/code')
  @ForStations()
  @HttpCode(204)
  async code(@Station() station: CallingStation, @RequestId() requestId: string, @Body({ schema: StationCodeMessage }) message: StationCodeMessage): Promise<void> {
    answered(await this.takeStationCode.run(station, requestId, message));
  }

  @Post('station/heads')
  @ForStations()
  @HttpCode(204)
  async head(@Station() station: CallingStation, @RequestId() requestId: string, @Body({ schema: HeadCountersignature }) message: HeadCountersignature): Promise<void> {
    answered(await this.heldHeads.take(station, requestId, message));
  }

  @Post('station/heads/contradicted')
  @ForStations()
  @HttpCode(204)
  contradiction(@Station() station: CallingStation, @RequestId() requestId: string, @Body({ schema: HeadContradiction }) message: HeadContradiction): Promise<void> {
    return this.heldHeads.contradict(station, requestId, message);
  }

  @Post('station/card-events')
  @ForStations()
  @HttpCode(204)
  cardEvent(@Station() station: CallingStation, @RequestId() requestId: string, @Body({ schema: CardEvent }) event: CardEvent): Promise<void> {
    return this.noteCardEvent.run(station, requestId, event);
  }
}
