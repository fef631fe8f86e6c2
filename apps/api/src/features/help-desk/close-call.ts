// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CloseCallRequest } from '@sportello/contracts';
import { type LocalDate, type Outcome, accept, judgeClosing, localDateAt } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { CallRepository } from '../../platform/help-desk/call.repository';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { heldCall, tellOfCall } from './call-acts';
import { HelpDeskRepository } from './help-desk.repository';

/** The call is over: closed, or kept for its follow-up. Whoever was recognised in it is not any more. */
@Injectable()
export class CloseCall {
  async run(transaction: Transaction, act: Act, id: string, { revision, outcome, followUp: told }: CloseCallRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const held = await heldCall(transaction, act, id, revision);
    if (!held.ok) return held;
    const call = held.value;
    const { now } = transaction;
    const followUp = told && { what: told.what, by: told.by as LocalDate };
    const hasRequest = (await transaction.repository(HelpDeskRepository).requestsOf(id)).length > 0;
    const state = judgeClosing({ state: call.state, category: call.category, outcome, followUp, hasRequest }, localDateAt(now));
    if (!state.ok) return state;
    const isOver = state.value === 'closed';
    const calls = transaction.repository(CallRepository);
    await calls.endIdentification(id, now);
    const end = isOver ? { closedAt: now, mailText: null } : {};
    await calls.change(call, { state: state.value, outcome, followUp: followUp?.what ?? null, followUpBy: followUp?.by ?? null, callBackAt: told?.callBackAt ?? null, ...end }, now);
    transaction.audit({ act: 'call.closed', ...tellOfCall(transaction, act, id), details: { state: state.value, category: call.category, outcome, followUp: followUp?.what ?? null } });
    return accept({ subjectId: id });
  }
}
