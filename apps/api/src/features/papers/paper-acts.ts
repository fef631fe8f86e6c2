// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PaperOrderView } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { JobRepository } from '../../platform/activation/job.repository';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { answered } from '../../platform/problems/answered';
import type { Refusal } from '../../platform/problems/refusal';

/** What all orders of paper have in common: once per key, and answered with how it stands. */
@Injectable()
export class PaperActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async show(caller: SignedInOperator, paperId: string): Promise<PaperOrderView> {
    return answered(await this.unitOfWork.read((transaction) => paperView(transaction, caller, paperId)));
  }

  perform(act: Act, order: (transaction: Transaction) => Promise<Outcome<SubjectDone, Refusal>>): Promise<PaperOrderView> {
    return this.acts.perform(act, order, async (transaction, { subjectId }) => {
      const view = await paperView(transaction, act.caller, subjectId);
      if (!view.ok) throw new Error('a paper that was ordered cannot be shown');
      return view.value;
    });
  }
}

async function paperView(transaction: Transaction, { desk }: SignedInOperator, paperId: string): Promise<Outcome<PaperOrderView, Refusal>> {
  const job = await transaction.repository(JobRepository).paperOf(paperId, desk.id);
  return job?.paper ? accept({ id: job.id, paper: job.paper, state: job.state }) : refuse({ kind: 'not-found' });
}
