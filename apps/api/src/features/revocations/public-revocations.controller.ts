// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicRevocationRequest, PublicUnverifiedRevocationRequest, RevocationReceipt } from '@sportello/contracts';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access';
import { answered } from '../../platform/problems/answered';
import { type PublicCaller, PublicRevocation } from './public-revocation';

/** *Richiedi la revoca*: nobody signs in, at any hour. Sent twice it is recorded once: the second is told the number of the first. */
@ApiTags('public')
@Controller('public/revocations')
@Public()
export class PublicRevocationsController {
  constructor(private readonly publicRevocation: PublicRevocation) {}

  @Post()
  @ApiResponse({ status: 201, standardSchema: RevocationReceipt })
  async ask(@Req() request: FastifyRequest, @Body({ schema: PublicRevocationRequest }) asked: PublicRevocationRequest): Promise<RevocationReceipt> {
    return answered(await this.publicRevocation.run(callerOf(request), asked));
  }

  @Post('unverified')
  @ApiResponse({ status: 201, standardSchema: RevocationReceipt })
  async askUnverified(@Req() request: FastifyRequest, @Body({ schema: PublicUnverifiedRevocationRequest }) asked: PublicUnverifiedRevocationRequest): Promise<RevocationReceipt> {
    return answered(await this.publicRevocation.runUnverified(callerOf(request), asked));
  }
}

function callerOf({ ip, id }: FastifyRequest): PublicCaller {
  return { address: ip, requestId: id };
}
