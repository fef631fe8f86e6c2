// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { OrderedPaper, PrintDeclarationRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { PrintDeclaration } from './print-declaration';

/** Before a request is recorded at a desk. Only where papers are printed: on the telephone a declaration is spoken. */
@ApiTags('revocations')
@Controller('revocations/declaration')
export class RevocationDeclarationController {
  constructor(private readonly printDeclaration: PrintDeclaration) {}

  /** Answered without a view: whether a sheet came out is told by the order (`GET /api/papers/:id`). */
  @Post('paper')
  @Needs('paper.print')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: OrderedPaper })
  print(@ThisAct() act: Act, @Body({ schema: PrintDeclarationRequest }) request: PrintDeclarationRequest): Promise<OrderedPaper> {
    return this.printDeclaration.run(act, request);
  }
}
