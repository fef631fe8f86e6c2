// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { DelegationFormRequest } from '@sportello/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { BlankDelegation } from './blank-delegation';

const CACHED = 'public, max-age=3600';

/** What the body's web site links to: nobody signs in, and nobody is named. */
@ApiTags('public')
@Controller('public')
@Shows.nobody()
export class PublicFormsController {
  constructor(private readonly blankDelegation: BlankDelegation) {}

  @Get('delegation-form.pdf')
  @Public()
  @ApiProduces('application/pdf')
  async delegation(@Query({ schema: DelegationFormRequest }) { language }: DelegationFormRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { content, etag } = answered(await this.blankDelegation.run(language, request.ip));
    void reply.header('cache-control', CACHED).header('etag', etag).header('content-language', language);
    if (request.headers['if-none-match'] === etag) await reply.status(304).send();
    else await reply.type('application/pdf').header('content-disposition', `inline; filename="delega-ts-cns-${language}.pdf"`).send(content);
  }
}
