// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { FunctionalCheckRequest, FunctionalCheckView } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { CheckCard } from './check-card';
import { FunctionalCheckRepository } from './functional-check.repository';

/** An act of its own: it opens no case and needs none. */
@ApiTags('functional checks')
@Controller('functional-checks')
export class FunctionalChecksController {
  constructor(
    private readonly acts: Acts,
    private readonly checkCard: CheckCard,
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
}
