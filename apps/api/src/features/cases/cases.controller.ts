// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CaseActRequest, CaseView, ChangeKindRequest, Id, OpenCaseRequest, RefuseCaseRequest } from '@sportello/contracts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { AbandonCase } from './abandon-case';
import { CaseActs } from './case-acts';
import { ChangeKind } from './change-kind';
import { OpenCase } from './open-case';
import { RefuseCase } from './refuse-case';

/** The case and its citizen. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly acts: CaseActs,
    private readonly openCase: OpenCase,
    private readonly changeKind: ChangeKind,
    private readonly refuseCase: RefuseCase,
    private readonly abandonCase: AbandonCase,
  ) {}

  @Post()
  @Needs('case.open')
  @Shows.thisCase()
  @ApiResponse({ status: 201, standardSchema: CaseView, description: 'A new case' })
  @ApiResponse({ status: 200, standardSchema: CaseView, description: 'The case that is open for the card' })
  async open(@ThisAct() act: Act, @Body({ schema: OpenCaseRequest }) request: OpenCaseRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<CaseView> {
    const { view, isNew } = await this.acts.open(this.openCase, act, request);
    void reply.status(isNew ? 201 : 200);
    return view;
  }

  @Get(':id')
  @Needs('case.read')
  @Shows.one('case')
  @ApiResponse({ status: 200, standardSchema: CaseView })
  show(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) id: string): Promise<CaseView> {
    return this.acts.show(caller, id);
  }

  @Post(':id/kind')
  @Needs('case.open')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  change(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: ChangeKindRequest }) request: ChangeKindRequest): Promise<CaseView> {
    return this.acts.perform(this.changeKind, act, id, request);
  }

  @Post(':id/refusal')
  @Needs('case.refuse')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  refuse(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: RefuseCaseRequest }) request: RefuseCaseRequest): Promise<CaseView> {
    return this.acts.perform(this.refuseCase, act, id, request);
  }

  @Post(':id/abandonment')
  @Needs('case.abandon')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CaseView })
  abandon(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: CaseActRequest }) request: CaseActRequest): Promise<CaseView> {
    return this.acts.perform(this.abandonCase, act, id, request);
  }
}
