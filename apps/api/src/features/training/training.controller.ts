// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Ip, Param, Post, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Id, OpenTutorshipRequest, TrainingView } from '@sportello/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { EndTutorship } from './end-tutorship';
import { ShowTraining } from './show-training';
import { SignTutor } from './sign-tutor';

/** The own training, and who stands beside. */
@ApiTags('training')
@Controller('training')
export class TrainingController {
  constructor(
    private readonly showTraining: ShowTraining,
    private readonly signTutor: SignTutor,
    private readonly endTutorship: EndTutorship,
  ) {}

  @Get()
  @Needs('session.own')
  @Shows.list('tutoring', ({ tutoring }: TrainingView) => tutoring.length)
  @ApiResponse({ status: 200, standardSchema: TrainingView })
  show(@Caller() caller: SignedInOperator): Promise<TrainingView> {
    return this.showTraining.run(caller);
  }

  /** A file to take along: another installation that was given this one's key records it. */
  @Get('drill-record')
  @Needs('session.own')
  @Shows.nobody()
  @ApiProduces('application/json')
  async record(@Caller() caller: SignedInOperator, @Req() { id }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const signed = await this.showTraining.record(caller, id);
    await reply.type('application/json').header('content-disposition', 'attachment; filename="esercitazioni.json"').send(JSON.stringify(signed));
  }

  @Post('tutorship')
  @Needs('case.scan')
  @Shows.list('tutoring', ({ tutoring }: TrainingView) => tutoring.length)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TrainingView })
  sign(@ThisAct() act: Act, @Body({ schema: OpenTutorshipRequest }) request: OpenTutorshipRequest, @Ip() source: string): Promise<TrainingView> {
    return this.signTutor.run(act, { ...request, source });
  }

  @Post('tutorships/:id/end')
  @Needs('case.scan')
  @Shows.list('tutoring', ({ tutoring }: TrainingView) => tutoring.length)
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: TrainingView })
  end(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string): Promise<TrainingView> {
    return this.endTutorship.run(act, id);
  }
}
