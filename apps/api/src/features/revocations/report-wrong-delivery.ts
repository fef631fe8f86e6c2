// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { WrongDeliveryRequest } from '@sportello/contracts';
import { type Outcome, accept, redactCips, refuse, requestNumberOf } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { CaseRepository } from '../../platform/activation/case.repository';
import { IntentRepository } from '../../platform/activation/intent.repository';
import { isOwnCase } from '../../platform/activation/own-case';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { logForSupervisor } from '../../platform/revocation/log-for-supervisor';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';

/**
 * *Consegna errata*: the envelope, the card or both went to somebody else. It is recorded with its hour whatever the certificate is by now; an envelope's codes count as known to a
 * stranger, so that its CIP identifies nobody from now on; and a supervisor decides who did not report it.
 */
@Injectable()
export class ReportWrongDelivery {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, caseId: string, { revision, happenedAt, what, notes }: WrongDeliveryRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const row = await transaction.repository(CaseRepository).held(caseId);
    if (!row || !(await isWithinReach(transaction, act, row))) return refuse({ kind: 'not-found' });
    if (row.revision !== revision) return refuse({ kind: 'case-changed', details: { revision: row.revision } });
    if (row.state !== 'delivered') return refuse({ kind: 'not-active-yet' });
    if (await isOwnCase(transaction, act.caller, row)) return refuse({ kind: 'own-card' });
    const noticed = new Date(happenedAt);
    if (noticed > transaction.now) return refuse({ kind: 'invalid-request', details: { fields: ['happenedAt'] } });
    const card = await transaction.repository(CardToRevokeRepository).of(row.idCarta);
    const open = await transaction.repository(RevocationRepository).openBreach(caseId);
    if (open) return refuse({ kind: 'revocation-already-asked', details: { number: requestNumberOf(open.number, open.year).value, state: open.state } });
    const logged = await logForSupervisor(transaction, act, {
      reason: 'wrong-delivery',
      card,
      caseId,
      happenedAt: noticed,
      wronglyDelivered: what,
      notes: notes === null ? null : redactCips(notes, this.settings.cipPattern).text,
      deskId: act.caller.desk.id,
      recordedBy: act.caller.operator.id,
    });
    if (what !== 'card') await transaction.repository(IntentRepository).forgetCip(caseId);
    transaction.audit({ act: 'case.wrongly-delivered', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId, details: { what, happenedAt: noticed.toISOString() } });
    transaction.notify({ to: 'supervisors', bodyId: await transaction.repository(CaseRepository).bodyOf(row) });
    return accept({ subjectId: logged.id });
  }
}

/** Of the caller's body: it may be noticed at another desk than the one that delivered. */
async function isWithinReach(transaction: Transaction, { caller }: Act, row: CaseRow): Promise<boolean> {
  return row.deskId === caller.desk.id || (await transaction.repository(CaseRepository).bodyOf(row)) === caller.desk.bodyId;
}
