// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CardOutcomes, CardOutcomesPeriod } from '@sportello/contracts';
import type { SignedInOperator } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CardOutcomesRepository } from './card-outcomes.repository';

/** What became of the cards that could not be served, by type and desk of the caller's body: a lot that fails everywhere is nobody's fault at the counter. */
@Injectable()
export class CountCardOutcomes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run({ desk }: SignedInOperator, period: CardOutcomesPeriod): Promise<CardOutcomes> {
    return this.unitOfWork.read(async (transaction) => ({ ...period, rows: await transaction.repository(CardOutcomesRepository).count(desk.bodyId, period) }));
  }
}
