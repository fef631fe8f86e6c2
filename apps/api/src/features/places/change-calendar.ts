// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ChangeCalendarRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { ManagedBodiesRepository } from '../../platform/people/managed-bodies.repository';
import type { Refusal } from '../../platform/problems/refusal';
import { calendarColumns } from './calendar-columns';
import type { PlaceUseCase } from './place-acts';
import { PlacesRepository } from './places.repository';
import { toldChange } from './told-changes';

/** The days on which the weeks of a body's desks do not count. */
@Injectable()
export class ChangeCalendar implements PlaceUseCase<ChangeCalendarRequest & { readonly id: string }> {
  async run(transaction: Transaction, { caller, actor, requestId }: Act, { id, revision, ...draft }: ChangeCalendarRequest & { readonly id: string }): Promise<Outcome<SubjectDone, Refusal>> {
    const places = transaction.repository(PlacesRepository);
    const row = await places.heldBody(id);
    if (!row || !(await transaction.repository(ManagedBodiesRepository).managesBody(caller.desk.bodyId, id))) return refuse({ kind: 'not-found' });
    if (row.revision !== revision) return refuse({ kind: 'place-changed', details: { revision: row.revision } });
    const changes = calendarColumns(draft);
    await places.changeBody(row, changes);
    transaction.audit({ act: 'body.calendar-changed', actor, requestId, subject: { kind: 'body', id }, change: toldChange(row, changes) });
    return accept({ subjectId: id });
  }
}
