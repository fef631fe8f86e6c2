// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ChangeBodyRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { ManagedBodiesRepository } from '../../platform/people/managed-bodies.repository';
import type { Refusal } from '../../platform/problems/refusal';
import type { PlaceUseCase } from './place-acts';
import { PlacesRepository } from './places.repository';
import { toldChange } from './told-changes';

@Injectable()
export class ChangeBody implements PlaceUseCase<ChangeBodyRequest & { readonly id: string }> {
  async run(transaction: Transaction, { caller, actor, requestId }: Act, { id, revision, name, kind }: ChangeBodyRequest & { readonly id: string }): Promise<Outcome<SubjectDone, Refusal>> {
    const places = transaction.repository(PlacesRepository);
    const row = await places.heldBody(id);
    if (!row || !(await transaction.repository(ManagedBodiesRepository).managesBody(caller.desk.bodyId, id))) return refuse({ kind: 'not-found' });
    if (row.revision !== revision) return refuse({ kind: 'place-changed', details: { revision: row.revision } });
    if (await places.isBodyNamed(name, id)) return refuse({ kind: 'name-taken', details: { field: 'name' } });
    await places.changeBody(row, { name, kind });
    transaction.audit({ act: 'body.changed', actor, requestId, subject: { kind: 'body', id }, change: toldChange(row, { name, kind }) });
    return accept({ subjectId: id });
  }
}
