// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Id, OrderedPaper, PrintRevocationRequest } from '@sportello/contracts';
import type { FastifyReply } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { PrintRevocation } from './print-revocation';
import { ReceiptFile } from './receipt-file';

@ApiTags('revocations')
@Controller('revocations/:id')
export class RevocationPaperController {
  constructor(
    private readonly printRevocation: PrintRevocation,
    private readonly receiptFile: ReceiptFile,
  ) {}

  /** Answered without a view: whether a sheet came out is told by the order (`GET /api/papers/:id`). */
  @Post('paper')
  @Needs('revocation.record')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: OrderedPaper })
  print(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: PrintRevocationRequest }) request: PrintRevocationRequest): Promise<OrderedPaper> {
    return this.printRevocation.run(act, id, request);
  }
  @Get('receipt.pdf')
  @Needs('revocation.record')
  @Shows.one('revocation', 'revocation-receipt')
  @ApiProduces('application/pdf')
  async file(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) id: string, @Query({ schema: PrintRevocationRequest }) { language }: PrintRevocationRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = answered(await this.receiptFile.run(caller, id, language));
    await reply.type('application/pdf').header('content-disposition', 'attachment; filename="ricevuta-revoca.pdf"').send(file);
  }
}
