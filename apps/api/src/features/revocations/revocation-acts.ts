// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RevocationReceipt, RevocationView } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import type { RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { type ActWork, Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { answered } from '../../platform/problems/answered';
import type { Refusal } from '../../platform/problems/refusal';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';
import { showReceipt } from './revocation-receipt';
import { showRevocation } from './show-revocation';

/** What is done with a recorded request: decided and saved on the row that is held for it. */
export interface RevocationUseCase<Request> {
  run(transaction: Transaction, act: Act, row: RevocationRequestRow, request: Request): Promise<Outcome<RevocationRequestRow, Refusal>>;
}

/** What all acts on requests have in common: once per key, and at the revision that the page saw. */
@Injectable()
export class RevocationActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async show(caller: SignedInOperator, id: string): Promise<RevocationView> {
    const view = await this.unitOfWork.read((transaction) => showRevocation(transaction, caller, id));
    return answered(view ? accept(view) : refuse({ kind: 'not-found' }));
  }

  /** Answered with what is read to whoever asked. */
  record(act: Act, work: ActWork<SubjectDone>): Promise<RevocationReceipt> {
    return this.acts.perform<RevocationReceipt, SubjectDone>(act, work, (transaction, { subjectId }) => showReceipt(transaction, subjectId));
  }

  perform<Request extends { readonly revision: number }>(useCase: RevocationUseCase<Request>, act: Act, id: string, request: Request): Promise<RevocationView> {
    return this.acts.perform<RevocationView, SubjectDone>(
      act,
      async (transaction) => {
        const row = await transaction.repository(RevocationRepository).held(id);
        if (!row) return refuse({ kind: 'not-found' });
        if (row.revision !== request.revision) return refuse({ kind: 'revocation-changed', details: { revision: row.revision } });
        const moved = await useCase.run(transaction, act, row, request);
        return moved.ok ? accept({ subjectId: id }) : moved;
      },
      async (transaction, { subjectId }) => {
        const view = await showRevocation(transaction, act.caller, subjectId);
        if (!view) throw new Error('a request that was decided on cannot be shown');
        return view;
      },
    );
  }
}
