// SPDX-License-Identifier: AGPL-3.0-or-later
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { RegisterRequest } from '@sportello/contracts';
import type { LocalDate } from '@sportello/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { Shows } from '../../platform/looks/shows';
import { answered } from '../../platform/problems/answered';
import { Register } from './register';

/** The day's register, to print and to reckon with. */
@ApiTags('desk day')
@Controller('desk/day')
@Shows.toldBy('register.read')
export class RegisterController {
  constructor(private readonly register: Register) {}

  @Get('register.pdf')
  @Needs('register.read')
  @ApiProduces('application/pdf')
  async pdf(@Caller() caller: SignedInOperator, @Query({ schema: RegisterRequest }) { day }: RegisterRequest, @Req() { id }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = answered(await this.register.pdf({ caller, requestId: id, day: day as LocalDate }));
    await reply.type('application/pdf').header('content-disposition', `attachment; filename="registro-${day}.pdf"`).send(file);
  }

  @Get('register.csv')
  @Needs('register.read')
  @ApiProduces('text/csv')
  async csv(@Caller() caller: SignedInOperator, @Query({ schema: RegisterRequest }) { day }: RegisterRequest, @Req() { id }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const file = answered(await this.register.csv({ caller, requestId: id, day: day as LocalDate }));
    await reply.type('text/csv; charset=utf-8; header=present').header('content-disposition', `attachment; filename="registro-${day}.csv"`).send(file);
  }
}
