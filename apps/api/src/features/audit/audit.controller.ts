// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AccessLogPeriod, AccessLogQuery, AccessLogView, LogExportQuery, LogHeadsView } from '@sportello/contracts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { ExportLog } from './export-log';
import { ReadAccessLog } from './read-access-log';
import { SendLines } from '../../platform/csv/send-lines';
import { ShowHeads } from './show-heads';

/** The log that proves itself: where it ends, the whole of it for the verifier, and that of administrators' accesses for whoever watches them. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly showHeads: ShowHeads,
    private readonly exportLog: ExportLog,
    private readonly sendLines: SendLines,
    private readonly readAccessLog: ReadAccessLog,
  ) {}

  @Get('head')
  @Needs('session.own')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: LogHeadsView })
  head(): LogHeadsView {
    return this.showHeads.run();
  }

  @Get('export')
  @Needs('audit.export')
  @Shows.toldBy('audit.exported')
  @ApiProduces('application/jsonl')
  async export(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Query({ schema: LogExportQuery }) { log, from, to }: LogExportQuery, @Res() reply: FastifyReply): Promise<void> {
    const started = answered(await this.exportLog.begin({ actor: actorOf(caller), requestId, deskId: caller.desk.id }, { log, from, to, hasOpenings: false }));
    await this.sendLines.run(reply, { type: 'application/jsonl; charset=utf-8', name: `registro-${log}-${from}-${started.to}.jsonl` }, started.lines);
  }

  @Get('access')
  @Needs('audit.export')
  @Shows.list('access-log', ({ entries }: AccessLogView) => entries.length, () => ({ subject: { kind: 'log', id: 'access' } }))
  @ApiResponse({ status: 200, standardSchema: AccessLogView })
  access(@Query({ schema: AccessLogQuery }) asked: AccessLogQuery): Promise<AccessLogView> {
    return this.readAccessLog.page(asked);
  }

  @Get('access.csv')
  @Needs('audit.export')
  @Shows.toldBy('audit.exported')
  @ApiProduces('text/csv')
  async accessCsv(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Query({ schema: AccessLogPeriod }) period: AccessLogPeriod, @Res() reply: FastifyReply): Promise<void> {
    const lines = await this.readAccessLog.csv({ actor: actorOf(caller), requestId, deskId: caller.desk.id }, period);
    await this.sendLines.run(reply, { type: 'text/csv; charset=utf-8; header=present', name: `accessi-${period.from}-${period.to}.csv` }, lines);
  }
}
