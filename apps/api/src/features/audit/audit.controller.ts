// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { LogExportQuery, LogHeadsView } from '@sportello/contracts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { ExportLog } from './export-log';
import { SendLines } from './send-lines';
import { ShowHeads } from './show-heads';

/** The log that proves itself: where it ends, and the whole of it for the verifier. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly showHeads: ShowHeads,
    private readonly exportLog: ExportLog,
    private readonly sendLines: SendLines,
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
    await this.sendLines.run(reply, `registro-${log}-${from}-${started.to}.jsonl`, started.lines);
  }
}
