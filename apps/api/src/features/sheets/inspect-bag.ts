// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { InspectBagRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { BagRepository } from './bag.repository';
import type { SheetUseCase } from './sheet-acts';

export type BagInspection = InspectBagRequest & { readonly bagId: string };

/** A supervisor of the body opened the bag and says what was in it; never whoever closed it. */
@Injectable()
export class InspectBag implements SheetUseCase<BagInspection> {
  async run(transaction: Transaction, act: Act, { bagId, finding }: BagInspection): Promise<Outcome<SubjectDone, Refusal>> {
    const bags = transaction.repository(BagRepository);
    const bag = await bags.held(bagId);
    if (bag?.bodyId !== act.caller.desk.bodyId) return refuse({ kind: 'not-found' });
    if (bag.inspectedBy !== null) return refuse({ kind: 'matter-settled' });
    if (bag.closedBy === act.caller.operator.id) return refuse({ kind: 'second-person-needed', who: 'supervisor' });
    await bags.inspected(bagId, act.caller.operator.id, finding, transaction.now);
    // In the log of the desk whose bag it is: the supervisor may be of another.
    transaction.audit({ act: 'sheets.bag-inspected', actor: act.actor, requestId: act.requestId, deskId: bag.deskId, details: { bagId } });
    transaction.notify({ to: 'desk', deskId: bag.deskId, event: { topic: 'sheets' } });
    return accept({ subjectId: bagId });
  }
}
