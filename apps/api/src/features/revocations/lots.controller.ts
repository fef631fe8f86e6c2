// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ConfirmLotRequest, DryRunLotRequest, Id, MOST_LOT_BYTES, RevocationLotView, RevocationLotsView, WithdrawLotRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { LetLotGo } from './let-lot-go';
import { LotActs } from './lot-acts';
import { TryLot } from './try-lot';
import { withdrawLot } from './withdraw-lot';

/** Bad lots of cards: looked at by one supervisor, let go by another. */
@ApiTags('revocations')
@Controller('revocation-lots')
export class LotsController {
  constructor(
    private readonly acts: LotActs,
    private readonly tryLot: TryLot,
    private readonly letLotGo: LetLotGo,
  ) {}

  /** Figures and reasons, and no card of anybody. */
  @Get()
  @Needs('revocation.lot')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: RevocationLotsView })
  list(@Caller() caller: SignedInOperator): Promise<RevocationLotsView> {
    return this.acts.list(caller);
  }

  @Post()
  @Needs('revocation.lot')
  @RouteConfig({ bodyLimit: MOST_LOT_BYTES })
  @ApiResponse({ status: 201, standardSchema: RevocationLotView })
  try(@ThisAct() act: Act, @Body({ schema: DryRunLotRequest }) request: DryRunLotRequest): Promise<RevocationLotView> {
    return this.acts.perform(act, (transaction) => this.tryLot.run(transaction, act, request));
  }

  @Post(':id/confirmation')
  @Needs('revocation.lot')
  @RouteConfig({ bodyLimit: MOST_LOT_BYTES })
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: RevocationLotView })
  confirm(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: ConfirmLotRequest }) request: ConfirmLotRequest): Promise<RevocationLotView> {
    return this.acts.perform(act, (transaction) => this.letLotGo.run(transaction, act, id, request));
  }

  @Post(':id/withdrawal')
  @Needs('revocation.lot')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: RevocationLotView })
  withdraw(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: WithdrawLotRequest }) request: WithdrawLotRequest): Promise<RevocationLotView> {
    return this.acts.perform(act, (transaction) => withdrawLot(transaction, act, id, request));
  }
}
