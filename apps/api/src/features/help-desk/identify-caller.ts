// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CallView, IdentifyByCipRequest } from '@sportello/contracts';
import { IDENTIFICATION_HOLDS_MINUTES, type LocalDate, type Outcome, accept, refuse } from '@sportello/domain';
import { isOwnCard } from '../../platform/activation/own-card';
import { CheckCip, type CipFinding } from '../../platform/cip/check-cip';
import { CipMacs } from '../../platform/cip/cip-macs';
import type { CallRow } from '../../platform/database/rows/call-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CallRepository } from '../../platform/help-desk/call.repository';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { answered } from '../../platform/problems/answered';
import type { Refusal } from '../../platform/problems/refusal';
import { CallActs, heldCall, tellOfCall, workable } from './call-acts';

/** Who calls, by the CIP of the envelope and something else. It holds for the call and no longer than an hour. */
@Injectable()
export class IdentifyCaller {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: Acts,
    private readonly callActs: CallActs,
    private readonly checkCip: CheckCip,
    private readonly macs: CipMacs,
  ) {}

  /** @throws Refused */
  async run(act: Act, callId: string, request: IdentifyByCipRequest): Promise<CallView> {
    const finding = (await this.acts.isAnswered(act)) ? undefined : answered(await this.find(act, callId, request));
    return this.callActs.perform(act, (transaction) => {
      if (!finding) throw new Error('an answer that was there is gone');
      return this.record(transaction, act, callId, request.revision, finding);
    });
  }

  private async find({ caller }: Act, callId: string, { revision, cip, birthDate, ...told }: IdentifyByCipRequest): Promise<Outcome<CipFinding, Refusal>> {
    const found = await this.unitOfWork.read((transaction) => transaction.repository(CallRepository).byId(callId));
    const call = workable(found, caller.desk.id, revision);
    if (!call.ok) return call;
    const source = this.macs.ofSource({ kind: 'session', sessionId: caller.sessionId });
    const looked = await this.checkCip.run({ at: 'help-desk', told: { ...told, birthDate: birthDate as LocalDate | null }, cip, callers: [call.value.callerMac], source });
    // Whoever tries the card each time its wait ends must not keep its holder from the way that is left.
    if (!looked.ok && isWayLeft(looked.refusal)) await this.unitOfWork.run((transaction) => transaction.repository(CallRepository).noteWrongTries(call.value));
    return looked;
  }

  private async record(transaction: Transaction, act: Act, callId: string, revision: number, finding: CipFinding): Promise<Outcome<SubjectDone, Refusal>> {
    await this.checkCip.settle(transaction, finding);
    const held = await heldCall(transaction, act, callId, revision);
    if (!held.ok) return held;
    return finding.card ? this.recognise(transaction, act, held.value, finding.card) : notRecognised(transaction, act, held.value, finding);
  }

  private async recognise(transaction: Transaction, act: Act, call: CallRow, card: NonNullable<CipFinding['card']>): Promise<Outcome<SubjectDone, Refusal>> {
    const { idCarta, codiceFiscale } = card;
    if (isOwnCard(act.caller.operator.codiceFiscale, codiceFiscale)) return refuse({ kind: 'own-card' });
    const { now } = transaction;
    const calls = transaction.repository(CallRepository);
    const id = transaction.newId();
    const until = new Date(now.getTime() + IDENTIFICATION_HOLDS_MINUTES * 60_000);
    await calls.identify({ id, callId: call.id, idCarta, personMac: this.macs.ofPerson(codiceFiscale), at: now, until });
    await calls.change(call, {}, now);
    transaction.audit({ act: 'call.identified', ...tellOfCall(transaction, act, call.id), details: { identificationId: id }, personal: { idCarta } });
    return accept({ subjectId: call.id });
  }
}

function isWayLeft(refusal: Refusal): boolean {
  return refusal.kind === 'too-many-attempts' && refusal.details?.['mayRecordUnverified'] === true;
}

/** The same words whichever part was wrong, to the caller and in the log. */
async function notRecognised(transaction: Transaction, act: Act, call: CallRow, { retryAfterSeconds, mayRecordUnverified }: CipFinding): Promise<Outcome<SubjectDone, Refusal>> {
  if (mayRecordUnverified) await transaction.repository(CallRepository).noteWrongTries(call);
  transaction.audit({ act: 'call.not-identified', ...tellOfCall(transaction, act, call.id), details: { retryAfterSeconds, mayRecordUnverified } });
  return refuse({ kind: 'cip-mismatch', details: { retryAfterSeconds, mayRecordUnverified } });
}
