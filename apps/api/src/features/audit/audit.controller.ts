// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { AccessLogPeriod, Id, LogExportQuery, LogRowProof, LogRowsQuery, LogRowsView, LogStateView } from '@sportello/contracts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { SendLines } from '../../platform/csv/send-lines';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { ExportAccesses } from './export-accesses';
import { ExportLog } from './export-log';
import { ProveRow } from './prove-row';
import { ReadLog } from './read-log';
import { ShowState } from './show-state';

/** The log that proves itself: how it stands, its rows for people, the whole of it for the verifier, and that of administrators' accesses for whoever watches them. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly showState: ShowState,
    private readonly readLog: ReadLog,
    private readonly proveRow: ProveRow,
    private readonly exportLog: ExportLog,
    private readonly sendLines: SendLines,
    private readonly exportAccesses: ExportAccesses,
  ) {}

  @Get('state')
  @Needs('audit.read')
  @Shows.list('log-choices', ({ people }: LogStateView) => people.length)
  @ApiResponse({ status: 200, standardSchema: LogStateView })
  state(@Caller() caller: SignedInOperator): Promise<LogStateView> {
    return this.showState.run(caller);
  }

  @Get('rows')
  @Needs('audit.read')
  @Shows.toldBy('audit.read')
  @ApiResponse({ status: 200, standardSchema: LogRowsView })
  rows(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Query({ schema: LogRowsQuery }) query: LogRowsQuery): Promise<LogRowsView> {
    return this.readLog.run(caller, requestId, query);
  }

  @Get('rows/:id/proof')
  @Needs('audit.read')
  @Shows.toldBy('audit.read')
  @ApiResponse({ status: 200, standardSchema: LogRowProof })
  async proof(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Param('id', { schema: Id }) rowId: string): Promise<LogRowProof> {
    return answered(await this.proveRow.run(caller, requestId, rowId));
  }

  @Get('export')
  @Needs('audit.export')
  @Shows.toldBy('audit.exported')
  @ApiProduces('application/jsonl')
  async export(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Query({ schema: LogExportQuery }) { log, from, to }: LogExportQuery, @Res() reply: FastifyReply): Promise<void> {
    const started = answered(await this.exportLog.begin({ actor: actorOf(caller), requestId, deskId: caller.desk.id }, { log, from, to, hasOpenings: false }));
    await this.sendLines.run(reply, { type: 'application/jsonl; charset=utf-8', name: `registro-${log}-${from}-${started.to}.jsonl` }, started.lines);
  }

  @Get('access.csv')
  @Needs('audit.export')
  @Shows.toldBy('audit.exported')
  @ApiProduces('text/csv')
  async accessCsv(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Query({ schema: AccessLogPeriod }) period: AccessLogPeriod, @Res() reply: FastifyReply): Promise<void> {
    const lines = await this.exportAccesses.run(caller, requestId, period);
    const name = ['accessi', period.from, period.to].filter((part) => part !== undefined).join('-');
    await this.sendLines.run(reply, { type: 'text/csv; charset=utf-8; header=present', name: `${name}.csv` }, lines);
  }
}
