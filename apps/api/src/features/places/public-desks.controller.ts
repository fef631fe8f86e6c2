// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicDesks } from '@sportello/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/access/access';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { ListDesks } from './list-desks';

/** A desk that closes for good is gone from every copy within five minutes. */
const CACHED = 'public, max-age=300';

/** Where to go: nobody signs in, and nobody is named. */
@ApiTags('public')
@Controller('public')
@Public()
@Shows.nobody()
export class PublicDesksController {
  constructor(private readonly listDesks: ListDesks) {}

  @Get('desks')
  @ApiResponse({ status: 200, standardSchema: PublicDesks })
  json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send('json', 'application/json; charset=utf-8', request, reply);
  }

  @Get('desks.csv')
  @ApiProduces('text/csv')
  csv(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('content-disposition', 'attachment; filename="dove-attivarla.csv"');
    return this.send('csv', 'text/csv; charset=utf-8', request, reply);
  }

  private async send(format: 'json' | 'csv', type: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { content, etag } = answered(await this.listDesks.run(format, request.ip));
    void reply.header('cache-control', CACHED).header('etag', etag);
    if (request.headers['if-none-match'] === etag) await reply.status(304).send();
    else await reply.type(type).send(content);
  }
}
