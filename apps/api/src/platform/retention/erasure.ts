// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type RetentionTerm, keptSince, retentionTerms } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { UnitOfWork } from '../database/unit-of-work';
import { eraseClass } from './erase-class';
import { RetentionRepository } from './retention.repository';

/** A batch is one transaction: what was erased is erased and told, wherever the next one is cut short. */
const BATCH = 100;
/** Of one class in one run: what is left waits for the next hour. */
const MOST_BATCHES = 50;

/** Erases what has been kept for its term, class by class, on one copy of the API at a time. What it erased stands in the log by number and id; the rows of the log stay. */
@Injectable()
export class Erasure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  async run(): Promise<void> {
    for (const term of retentionTerms(this.settings.retention)) {
      for (let batch = 0; batch < MOST_BATCHES && (await this.eraseSome(term)) === BATCH; batch += 1);
    }
  }

  private eraseSome(term: RetentionTerm): Promise<number> {
    return this.unitOfWork.run(async (transaction) => {
      if (!(await transaction.repository(RetentionRepository).takeTurn())) return 0;
      const erased = await eraseClass(transaction, term.class, keptSince(term, transaction.now), BATCH);
      if (erased.count > 0) transaction.audit({ act: 'retention.erased', actor: { kind: 'installation' }, requestId: null, details: { class: term.class, days: term.days, ...erased } });
      return erased.count;
    });
  }
}
