// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ColleaguesView, HandOverCaseRequest } from '@sportello/contracts';
import { type Outcome, accept, isFinalCase, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { CaseRepository } from '../../platform/activation/case.repository';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import type { CaseUseCase } from './case-acts';
import { HandOverRepository } from './hand-over.repository';

/** *Passa al collega*: the case is somebody else's to finish. Anybody of the desk may still work it: it says whom one asks, and does not lock. */
@Injectable()
export class HandOverCase implements CaseUseCase<HandOverCaseRequest> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, { toOperatorId, note }: HandOverCaseRequest): Promise<Outcome<CaseRow, Refusal>> {
    if (isFinalCase(row.state)) return refuse({ kind: 'forbidden-transition', from: row.state, to: row.state, allowed: [] });
    const inCharge = row.inCharge ?? row.openedBy;
    if (toOperatorId === inCharge) return refuse({ kind: 'already-in-charge' });
    const handOvers = transaction.repository(HandOverRepository);
    const colleagues = await handOvers.colleagues(row.deskId, act.caller.operator.id, inCharge);
    if (!colleagues.some(({ id }) => id === toOperatorId)) return refuse({ kind: 'not-found' });
    const handed = await transaction.repository(CaseRepository).handTo(row, toOperatorId);
    const words = note === '' ? null : note;
    await handOvers.keep({ id: transaction.newId(), caseId: row.id, fromOperator: act.caller.operator.id, toOperator: toOperatorId, note: words, revision: handed.revision, at: transaction.now });
    transaction.audit({
      act: 'case.handed-over',
      actor: act.actor,
      requestId: act.requestId,
      deskId: row.deskId,
      caseId: row.id,
      details: { toOperatorId, hasNote: words !== null, state: row.state },
    });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    // The request that waits is answered at the case's revision, which moved.
    if (row.state === 'awaiting-approval') transaction.notify({ to: 'supervisors', bodyId: act.caller.desk.bodyId });
    return accept(handed);
  }

  /** Whom this case could be handed to; nobody, when it is another desk's. */
  async colleagues({ desk, operator }: SignedInOperator, caseId: string): Promise<Outcome<ColleaguesView, Refusal>> {
    return this.unitOfWork.read(async (transaction) => {
      const row = await transaction.repository(CaseRepository).byId(caseId);
      if (row?.deskId !== desk.id) return refuse({ kind: 'not-found' });
      return accept({ colleagues: await transaction.repository(HandOverRepository).colleagues(desk.id, operator.id, row.inCharge ?? row.openedBy) });
    });
  }
}
