// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Id, OrderedPaper, PrintRevocationRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { PrintRevocation } from './print-revocation';

@ApiTags('revocations')
@Controller('revocations/:id')
export class RevocationPaperController {
  constructor(private readonly printRevocation: PrintRevocation) {}

  /** Answered without a view: whether a sheet came out is told by the order (`GET /api/papers/:id`). */
  @Post('paper')
  @Needs('revocation.record')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: OrderedPaper })
  print(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: PrintRevocationRequest }) request: PrintRevocationRequest): Promise<OrderedPaper> {
    return this.printRevocation.run(act, id, request);
  }
}
