// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { RecordMailRequest } from '@sportello/contracts';
import { type Outcome, accept, isOutOfHours, redactCips } from '@sportello/domain';
import { Settings } from '../../config/settings';
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

/** Records an e-mail without whatever may be a CIP: that goes before anything is kept. */
@Injectable()
export class RecordMail {
  constructor(
    private readonly macs: CipMacs,
    private readonly settings: Settings,
  ) {}

  async run(transaction: Transaction, act: Act, { receivedAt, text }: RecordMailRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { operator, desk } = act.caller;
    const { now } = transaction;
    const id = transaction.newId();
    const redacted = redactCips(text, this.settings.cipPattern);
    const isLate = isOutOfHours(await transaction.repository(LineRepository).calendar(), new Date(receivedAt));
    const mail = { mailText: redacted.text, mailRedactions: redacted.count };
    const callerMac = this.macs.ofCaller({ kind: 'call', callId: id });
    await transaction.repository(CallRepository).open({ ...NEW_CALL, ...(await numberCall(transaction, desk.id)), doneSteps: [], ...mail, id, deskId: desk.id, channel: 'e-mail', openedBy: operator.id, openedAt: now, changedAt: now, isOutOfHours: isLate, callerMac });
    transaction.audit({ act: 'call.mail-recorded', ...tellOfCall(transaction, act, id), details: { receivedAt, redactions: redacted.count, isOutOfHours: isLate } });
    return accept({ subjectId: id });
  }
}
