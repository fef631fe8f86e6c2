// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { BodyDraft } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import type { PlaceUseCase } from './place-acts';
import { PlacesRepository } from './places.repository';

@Injectable()
export class AddBody implements PlaceUseCase<BodyDraft> {
  async run(transaction: Transaction, { actor, requestId }: Act, { name, kind }: BodyDraft): Promise<Outcome<SubjectDone, Refusal>> {
    const id = transaction.newId();
    const isAdded = await transaction.repository(PlacesRepository).addBody({ id, name, kind, revision: 1, createdAt: transaction.now });
    if (!isAdded) return refuse({ kind: 'name-taken', details: { field: 'name' } });
    transaction.audit({ act: 'body.added', actor, requestId, subject: { kind: 'body', id }, change: { before: null, after: { name, kind } } });
    return accept({ subjectId: id });
  }
}
