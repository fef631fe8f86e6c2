// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CallView } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { reachOf } from '../../platform/access/reach';
import type { AuditEntry } from '../../platform/audit/audit-entry';
import type { CallRow } from '../../platform/database/rows/call-row';
import type { Transaction } from '../../platform/database/transaction';
import { CallRepository } from '../../platform/help-desk/call.repository';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { callView } from './call-view';

/** Something that is done with a call. What it says is done is the call's id. */
export type CallWork = (transaction: Transaction) => Promise<Outcome<SubjectDone, Refusal>>;

@Injectable()
export class CallActs {
  constructor(private readonly acts: Acts) {}

  perform(act: Act, work: CallWork): Promise<CallView> {
    return this.acts.perform<CallView, SubjectDone>(act, work, async (transaction, { subjectId }) => {
      const view = await callView(transaction, reachOf(act.caller), subjectId);
      if (!view) throw new Error('a call that was worked on cannot be shown');
      return view;
    });
  }
}

/** The call as whoever acts on it saw it, of the own desk and not yet closed: anybody there may go on with it. */
export async function heldCall(transaction: Transaction, { caller }: Act, id: string, revision: number): Promise<Outcome<CallRow, Refusal>> {
  const call = await transaction.repository(CallRepository).held(id);
  return workable(call, caller.desk.id, revision);
}

export function workable(call: CallRow | undefined, deskId: string, revision: number): Outcome<CallRow, Refusal> {
  if (call?.deskId !== deskId) return refuse({ kind: 'not-found' });
  if (call.state === 'closed') return refuse({ kind: 'call-closed' });
  return call.revision === revision ? accept(call) : refuse({ kind: 'call-changed', details: { revision: call.revision } });
}

/** The log and the desk's pages learn of what was done with a call. */
export function tellOfCall(transaction: Transaction, { actor, requestId, caller }: Act, callId: string): Pick<AuditEntry, 'actor' | 'requestId' | 'deskId' | 'subject'> {
  transaction.notify({ to: 'desk', deskId: caller.desk.id, event: { topic: 'call', callId } });
  return { actor, requestId, deskId: caller.desk.id, subject: { kind: 'call', id: callId } };
}
