// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { FunctionalCheckRequest, FunctionalCheckView, Id, OrderedPaper, PrintCheckRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { CheckCard } from './check-card';
import { FunctionalCheckRepository } from './functional-check.repository';
import { PrintCheck } from './print-check';

/** An act of its own: it opens no case and needs none. */
@ApiTags('functional checks')
@Controller('functional-checks')
export class FunctionalChecksController {
  constructor(
    private readonly acts: Acts,
    private readonly checkCard: CheckCard,
    private readonly printCheck: PrintCheck,
  ) {}

  @Post()
  @Needs('card.check')
  @ApiResponse({ status: 201, standardSchema: FunctionalCheckView })
  check(@ThisAct() act: Act, @Body({ schema: FunctionalCheckRequest }) request: FunctionalCheckRequest): Promise<FunctionalCheckView> {
    return this.acts.perform<FunctionalCheckView, SubjectDone>(
      act,
      (transaction) => this.checkCard.run(transaction, act, request),
      async (transaction, { subjectId }) => {
        const view = await transaction.repository(FunctionalCheckRepository).at(act.caller.desk.id, subjectId);
        if (!view) throw new Error('a check that was made cannot be shown');
        return view;
      },
    );
  }

  /** Answered without a view: whether a sheet came out is told by the order (`GET /api/papers/:id`). */
  @Post(':id/paper')
  @Needs('paper.print')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: OrderedPaper })
  print(@ThisAct() act: Act, @Param('id', { schema: Id }) id: string, @Body({ schema: PrintCheckRequest }) request: PrintCheckRequest): Promise<OrderedPaper> {
    return this.acts.perform<OrderedPaper, SubjectDone>(
      act,
      (transaction) => this.printCheck.run(transaction, act, id, request),
      (_, { subjectId }) => Promise.resolve({ paperId: subjectId }),
    );
  }
}
