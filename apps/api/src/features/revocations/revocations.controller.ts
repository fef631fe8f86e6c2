// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CardsAtDesk, CardsAtDeskRequest, DecideRevocationRequest, Id, RecordRevocationRequest, ResolveRevocationRequest, RevocationReceipt, RevocationView, RevocationsExportQuery, RevocationsRequest, RevocationsView } from '@sportello/contracts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { SendLines } from '../../platform/csv/send-lines';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { DecideRevocation } from './decide-revocation';
import { ListRevocations } from './list-revocations';
import { LookAtCards } from './look-at-cards';
import { RecordRevocation } from './record-revocation';
import { ResolveRevocation } from './resolve-revocation';
import { RevocationActs } from './revocation-acts';

/** Requests to end a certificate: recorded, decided on, and watched until their end. */
@ApiTags('revocations')
@Controller('revocations')
export class RevocationsController {
  constructor(
    private readonly acts: RevocationActs,
    private readonly recordRevocation: RecordRevocation,
    private readonly listRevocations: ListRevocations,
    private readonly decideRevocation: DecideRevocation,
    private readonly resolveRevocation: ResolveRevocation,
    private readonly lookAtCards: LookAtCards,
    private readonly sendLines: SendLines,
  ) {}

  @Post()
  @Needs('revocation.record')
  @ApiResponse({ status: 201, standardSchema: RevocationReceipt })
  record(@ThisAct() act: Act, @Body({ schema: RecordRevocationRequest }) request: RecordRevocationRequest): Promise<RevocationReceipt> {
    return this.acts.record(act, (transaction) => this.recordRevocation.run(transaction, act, request));
  }

  /** Before a request at a desk. Only who records there: on the telephone a CIP says whose cards are seen. */
  @Post('cards')
  @Needs('revocation.record-at-desk')
  @Shows.list('cards-to-revoke', ({ cards }: CardsAtDesk) => cards.length)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: CardsAtDesk })
  async cards(@Caller() caller: SignedInOperator, @Body({ schema: CardsAtDeskRequest }) request: CardsAtDeskRequest): Promise<CardsAtDesk> {
    return answered(await this.lookAtCards.run(caller, request));
  }

  /** A look that is written down; it changes nothing, so that it needs no key. */
  @Post('search')
  @Needs('revocation.read')
  @Shows.list('revocations', ({ requests }: RevocationsView) => requests.length)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: RevocationsView })
  search(@Body({ schema: RevocationsRequest }) request: RevocationsRequest): Promise<RevocationsView> {
    return this.listRevocations.page(request);
  }

  @Get('export.csv')
  @Needs('revocation.read')
  @Shows.toldBy('revocation.exported')
  @ApiProduces('text/csv')
  async export(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Query({ schema: RevocationsExportQuery }) period: RevocationsExportQuery, @Res() reply: FastifyReply): Promise<void> {
    const lines = await this.listRevocations.csv({ actor: actorOf(caller), requestId, deskId: caller.desk.id }, period);
    await this.sendLines.run(reply, { type: 'text/csv; charset=utf-8; header=present', name: `revoche-${[period.open && 'aperte', period.from, period.to].filter(Boolean).join('-')}.csv` }, lines);
  }

  @Get(':id')
  @Needs('revocation.read')
  @Shows.one('revocation')
  @ApiResponse({ status: 200, standardSchema: RevocationView })
  show(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) id: string): Promise<RevocationView> {
    return this.acts.show(caller, id);
  }

  @Post(':id/decision')
  @Needs('revocation.decide')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: RevocationView })
  decide(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: DecideRevocationRequest }) request: DecideRevocationRequest): Promise<RevocationView> {
    return this.acts.perform(this.decideRevocation, act, id, request);
  }

  @Post(':id/resolution')
  @Needs('revocation.decide')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: RevocationView })
  resolve(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: ResolveRevocationRequest }) request: ResolveRevocationRequest): Promise<RevocationView> {
    return this.acts.perform(this.resolveRevocation, act, id, request);
  }
}
