// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { EvidenceView, Id, WithdrawEvidenceRequest } from '@sportello/contracts';
import { EVIDENCE_PAPERS, type EvidencePaper } from '@sportello/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { Settings } from '../../config/settings';
import { Needs } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { type Act, ThisAct, actOf } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { Refused } from '../../platform/problems/refusal';
import { AddEvidence } from './add-evidence';
import { LookAtEvidence } from './look-at-evidence';
import { ownDesksCase } from './own-desks-case';
import { readBytes } from './read-bytes';
import { refusalOfContent } from './refusal-of-content';
import { sendSeen } from './send-seen';
import { showEvidence } from './show-evidence';
import { WithdrawEvidence } from './withdraw-evidence';

const Paper = z.enum(EVIDENCE_PAPERS);
const PageNumber = z.coerce.number().int().min(1).max(1_000);

/** The files of a case. */
@ApiTags('evidence')
@Controller('cases/:id/evidence')
export class EvidenceController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly addEvidence: AddEvidence,
    private readonly lookAt: LookAtEvidence,
    private readonly withdrawEvidence: WithdrawEvidence,
  ) {}

  @Get()
  @Needs('evidence.read')
  @Shows.listOfCase('evidence', ({ files }: EvidenceView) => files.length)
  @ApiResponse({ status: 200, standardSchema: EvidenceView })
  list(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) caseId: string): Promise<EvidenceView> {
    return this.unitOfWork.read(async (transaction) => showEvidence(transaction, caller, answered(await ownDesksCase(transaction, caller, caseId)), this.settings.evidence));
  }

  @Post(':paper')
  @Needs('evidence.add')
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 201, standardSchema: EvidenceView })
  async add(@Param('id', { schema: Id }) caseId: string, @Param('paper', { schema: Paper }) paper: EvidencePaper, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<EvidenceView> {
    const read = await readBytes(request, this.settings.evidence.bytes);
    if (read.ok) return this.addEvidence.run(actOf(request, read.value), caseId, paper, read.value);
    // What was not read of the body is not waited for.
    void reply.header('connection', 'close');
    throw new Refused(read.refusal.kind === 'too-large' ? refusalOfContent({ kind: 'evidence-too-large', exceeded: 'bytes' }, this.settings.evidence) : { kind: 'invalid-request', details: { fields: ['body'] } });
  }

  @Get(':fileId')
  @Needs('evidence.read')
  @Shows.toldBy('evidence.looked-at')
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  async whole(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Param('id', { schema: Id }) caseId: string, @Param('fileId', { schema: Id }) fileId: string, @Res() reply: FastifyReply): Promise<void> {
    await sendSeen(reply, fileId, answered(await this.lookAt.whole({ caller, requestId, caseId, fileId })));
  }

  @Get(':fileId/thumbnail')
  @Needs('evidence.read')
  @Shows.toldBy('evidence.looked-at')
  @ApiProduces('image/jpeg')
  async thumbnail(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Param('id', { schema: Id }) caseId: string, @Param('fileId', { schema: Id }) fileId: string, @Res() reply: FastifyReply): Promise<void> {
    await sendSeen(reply, fileId, answered(await this.lookAt.thumbnail({ caller, requestId, caseId, fileId })));
  }

  @Get(':fileId/pages/:page')
  @Needs('evidence.read')
  @Shows.toldBy('evidence.looked-at')
  @ApiProduces('image/jpeg', 'image/png')
  async page(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Param('id', { schema: Id }) caseId: string, @Param('fileId', { schema: Id }) fileId: string, @Param('page', { schema: PageNumber }) page: number, @Res() reply: FastifyReply): Promise<void> {
    await sendSeen(reply, fileId, answered(await this.lookAt.page({ caller, requestId, caseId, fileId }, page)));
  }

  @Post(':fileId/withdrawal')
  @Needs('evidence.withdraw')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: EvidenceView })
  withdraw(@ThisAct() act: Act, @Param('id', { schema: Id }) caseId: string, @Param('fileId', { schema: Id }) fileId: string, @Body({ schema: WithdrawEvidenceRequest }) request: WithdrawEvidenceRequest): Promise<EvidenceView> {
    return this.withdrawEvidence.run(act, caseId, fileId, request);
  }
}
