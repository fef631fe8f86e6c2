// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Id, RevocationReceipt, WrongDeliveryRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { ReportWrongDelivery } from './report-wrong-delivery';
import { RevocationActs } from './revocation-acts';

@ApiTags('cases')
@Controller('cases/:id')
export class WrongDeliveryController {
  constructor(
    private readonly acts: RevocationActs,
    private readonly reportWrongDelivery: ReportWrongDelivery,
  ) {}

  @Post('wrong-delivery')
  @Needs('revocation.record-at-desk')
  @ApiResponse({ status: 201, standardSchema: RevocationReceipt })
  report(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: WrongDeliveryRequest }) request: WrongDeliveryRequest): Promise<RevocationReceipt> {
    return this.acts.record(act, (transaction) => this.reportWrongDelivery.run(transaction, act, id, request));
  }
}
