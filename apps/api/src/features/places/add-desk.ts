// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AddDeskRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { ManagedBodiesRepository } from '../../platform/people/managed-bodies.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { deskData } from './desk-data';
import type { PlaceUseCase } from './place-acts';
import { PlacesRepository } from './places.repository';
import { toldBeginning } from './told-changes';

/** How a desk keeps its sheets is its kind's, until the set-up file says otherwise. */
const AS_ITS_KIND = { minimumSheets: null, isOnePerson: null, spoiledPerDay: null } as const;

@Injectable()
export class AddDesk implements PlaceUseCase<AddDeskRequest> {
  async run(transaction: Transaction, { caller, actor, requestId }: Act, { bodyId, code, ...draft }: AddDeskRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const places = transaction.repository(PlacesRepository);
    const body = await places.heldBody(bodyId);
    if (!body || !(await transaction.repository(ManagedBodiesRepository).managesBody(caller.desk.bodyId, bodyId))) return refuse({ kind: 'not-found' });
    const data = deskData(draft, transaction.now);
    if (!data.ok) return data;
    const id = transaction.newId();
    const isAdded = await places.addDesk({ id, bodyId, code, revision: 1, ...AS_ITS_KIND, ...data.value, createdAt: transaction.now });
    if (!isAdded) return refuse({ kind: 'name-taken', details: { field: 'code' } });
    transaction.audit({ act: 'desk.added', actor, requestId, deskId: id, change: toldBeginning({ bodyId, code, ...data.value }) });
    return accept({ subjectId: id });
  }
}
