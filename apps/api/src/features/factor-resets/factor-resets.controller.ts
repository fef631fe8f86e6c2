// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AskFactorResetRequest, FactorResetsView, Id } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import { Shows } from '../../platform/looks/shows';
import { AskReset } from './ask-reset';
import { ConfirmReset } from './confirm-reset';
import { FactorResetRepository } from './factor-reset.repository';

/** For those who lost by what they sign in: two administrators let them begin anew. */
@ApiTags('factor resets')
@Controller('factor-resets')
@Needs('factors.reset')
@Shows.list('factor-resets', ({ waiting }: FactorResetsView) => waiting.length)
export class FactorResetsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: Acts,
    private readonly askReset: AskReset,
    private readonly confirmReset: ConfirmReset,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: FactorResetsView })
  list(@Caller() caller: SignedInOperator): Promise<FactorResetsView> {
    return this.unitOfWork.read((transaction) => waiting(transaction, caller));
  }

  @Post()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: FactorResetsView })
  ask(@ThisAct() act: Act, @Body({ schema: AskFactorResetRequest }) { operatorId }: AskFactorResetRequest): Promise<FactorResetsView> {
    return this.acts.perform(act, (transaction) => this.askReset.run(transaction, act, operatorId), (transaction) => waiting(transaction, act.caller));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: FactorResetsView })
  confirm(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string): Promise<FactorResetsView> {
    return this.acts.perform(act, (transaction) => this.confirmReset.run(transaction, act, id), (transaction) => waiting(transaction, act.caller));
  }
}

async function waiting(transaction: Transaction, { desk }: SignedInOperator): Promise<FactorResetsView> {
  const found = await transaction.repository(FactorResetRepository).waiting(desk.bodyId, transaction.now);
  return {
    waiting: found.map(({ id, operatorId, operatorName, askedBy, askerName, askedAt, expiresAt }) => ({
      id,
      operator: { id: operatorId, displayName: operatorName },
      askedBy: { id: askedBy, displayName: askerName },
      askedAt: askedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}
