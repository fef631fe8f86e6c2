// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { WriteCallRequest } from '@sportello/contracts';
import { type Outcome, accept, healthWordsIn, redactCips } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { Transaction } from '../../platform/database/transaction';
import { CallRepository } from '../../platform/help-desk/call.repository';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { heldCall, tellOfCall } from './call-acts';

/** What is written down while it is spoken. A CIP that gets among the notes is taken out as it arrives; words of health are only counted. */
@Injectable()
export class WriteCall {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, id: string, request: WriteCallRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const held = await heldCall(transaction, act, id, request.revision);
    if (!held.ok) return held;
    const { callerKind, category, doneSteps } = request;
    const notes = redactCips(request.notes, this.settings.cipPattern);
    await transaction.repository(CallRepository).change(held.value, { callerKind, category, doneSteps, notes: notes.text }, transaction.now);
    const details = { callerKind, category, steps: doneSteps.length, redactions: notes.count, healthWords: healthWordsIn(notes.text).length };
    transaction.audit({ act: 'call.written', ...tellOfCall(transaction, act, id), details });
    return accept({ subjectId: id });
  }
}
