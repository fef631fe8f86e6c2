// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, type MessageEvent, Param, Post, Sse } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CryptogramAnswer, CryptogramRequest, Id, IntentAnswer, IntentRequest, JobReport } from '@sportello/contracts';
import type { Observable } from 'rxjs';
import { ForStations } from '../../platform/access/access';
import { type CallingStation, RequestId, Station } from '../../platform/access/caller';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { GrantCryptogram } from './grant-cryptogram';
import { JobStream } from './job-stream';
import { RecordIntent } from './record-intent';
import { TakeReport } from './take-report';

/** What stations are asked to do, and how it went. */
@ApiTags('stations')
@Controller('station')
@ForStations()
export class StationJobsController {
  constructor(
    private readonly stream: JobStream,
    private readonly recordIntent: RecordIntent,
    private readonly takeReport: TakeReport,
    private readonly grantCryptogram: GrantCryptogram,
  ) {}

  @Sse('jobs')
  @Shows.toldBy('case.print-ordered', 'case.form-ordered', 'paper.ordered')
  jobs(@Station() station: CallingStation): Observable<MessageEvent> {
    return this.stream.of(station);
  }

  @Post('intents')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: IntentAnswer })
  async intent(@Station() station: CallingStation, @RequestId() requestId: string, @Body({ schema: IntentRequest }) request: IntentRequest): Promise<IntentAnswer> {
    return answered(await this.recordIntent.run(station, requestId, request));
  }

  @Post('jobs/:jobId/cryptogram')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CryptogramAnswer })
  async cryptogram(
    @Station() station: CallingStation,
    @RequestId() requestId: string,
    @Param('jobId', { schema: Id }) jobId: string,
    @Body({ schema: CryptogramRequest }) request: CryptogramRequest,
  ): Promise<CryptogramAnswer> {
    return answered(await this.grantCryptogram.run(station, requestId, jobId, request));
  }

  @Post('jobs/:jobId/reports')
  @HttpCode(204)
  async report(
    @Station() station: CallingStation,
    @RequestId() requestId: string,
    @Param('jobId', { schema: Id }) jobId: string,
    @Body({ schema: JobReport }) report: JobReport,
  ): Promise<void> {
    answered(await this.takeReport.run(station, requestId, jobId, report));
  }
}
