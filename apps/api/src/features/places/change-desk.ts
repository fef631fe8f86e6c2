// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ChangeDeskRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { ManagedBodiesRepository } from '../../platform/people/managed-bodies.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { deskData } from './desk-data';
import type { PlaceUseCase } from './place-acts';
import { PlacesRepository } from './places.repository';
import { toldChange } from './told-changes';

/** Two administrators at once: the second is told, and nothing of the first one's is lost. */
@Injectable()
export class ChangeDesk implements PlaceUseCase<ChangeDeskRequest & { readonly id: string }> {
  async run(transaction: Transaction, { caller, actor, requestId }: Act, { id, revision, ...draft }: ChangeDeskRequest & { readonly id: string }): Promise<Outcome<SubjectDone, Refusal>> {
    const places = transaction.repository(PlacesRepository);
    const row = await places.heldDesk(id);
    if (!row || !(await transaction.repository(ManagedBodiesRepository).managesBody(caller.desk.bodyId, row.bodyId))) return refuse({ kind: 'not-found' });
    if (row.revision !== revision) return refuse({ kind: 'place-changed', details: { revision: row.revision } });
    const data = deskData(draft, transaction.now, row.closedAt);
    if (!data.ok) return data;
    await places.changeDesk(row, data.value);
    transaction.audit({ act: 'desk.changed', actor, requestId, deskId: id, change: toldChange(row, data.value) });
    // Its bar names it.
    transaction.notify({ to: 'desk', deskId: id, event: { topic: 'station' } });
    return accept({ subjectId: id });
  }
}
