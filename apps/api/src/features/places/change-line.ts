// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ChangeLineRequest } from '@sportello/contracts';
import { type Outcome, accept, openingHours, refuse } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { LineRepository } from '../../platform/help-desk/line.repository';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { calendarColumns } from './calendar-columns';
import type { PlaceUseCase } from './place-acts';
import { toldChange } from './told-changes';

/** When the help desk's line answers. It is the installation's, and any administrator's to keep. */
@Injectable()
export class ChangeLine implements PlaceUseCase<ChangeLineRequest> {
  async run(transaction: Transaction, { caller, actor, requestId }: Act, { revision, hours: written, ...calendar }: ChangeLineRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const hours = openingHours(written);
    if (!hours.ok) return hours;
    const line = transaction.repository(LineRepository);
    const before = await line.row();
    const changes = { openingHours: hours.value, ...calendarColumns(calendar) };
    if (!(await line.change(revision, changes))) return refuse({ kind: 'place-changed', details: { revision: before.revision } });
    transaction.audit({ act: 'call.hours-changed', actor, requestId, change: toldChange(before, changes) });
    return accept({ subjectId: caller.desk.bodyId });
  }
}
