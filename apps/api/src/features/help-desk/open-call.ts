// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { OpenCallRequest } from '@sportello/contracts';
import { type Outcome, accept, isOutOfHours } from '@sportello/domain';
import { CipMacs } from '../../platform/cip/cip-macs';
import type { Transaction } from '../../platform/database/transaction';
import { CallRepository } from '../../platform/help-desk/call.repository';
import { LineRepository } from '../../platform/help-desk/line.repository';
import { NEW_CALL } from '../../platform/help-desk/new-call';
import { numberCall } from '../../platform/help-desk/number-call';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { tellOfCall } from './call-acts';

/** Begins a record. Out of hours it is marked, and never refused. */
@Injectable()
export class OpenCall {
  constructor(private readonly macs: CipMacs) {}

  async run(transaction: Transaction, act: Act, { channel, callerNumber }: OpenCallRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { operator, desk } = act.caller;
    const { now } = transaction;
    const id = transaction.newId();
    const isLate = isOutOfHours(await transaction.repository(LineRepository).calendar(), now);
    const callerMac = this.macs.ofCaller(callerNumber === null ? { kind: 'call', callId: id } : { kind: 'number', number: callerNumber });
    await transaction.repository(CallRepository).open({ ...NEW_CALL, ...(await numberCall(transaction, desk.id)), doneSteps: [], id, deskId: desk.id, channel, openedBy: operator.id, openedAt: now, changedAt: now, isOutOfHours: isLate, callerMac });
    transaction.audit({ act: 'call.opened', ...tellOfCall(transaction, act, id), details: { channel, hasNumber: callerNumber !== null, isOutOfHours: isLate } });
    return accept({ subjectId: id });
  }
}
