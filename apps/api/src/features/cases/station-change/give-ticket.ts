// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ApprovalDocument, CaseActRequest, RewrapRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { ChangeableCase } from '../../../platform/activation/station-change';
import { StationChangeRepository } from '../../../platform/activation/station-change.repository';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { StationChangeRow } from '../../../platform/database/rows/station-change-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Act } from '../../../platform/idempotency/act';
import type { Refusal } from '../../../platform/problems/refusal';
import { Vault } from '../../../platform/vault/vault';
import type { CaseUseCase } from '../case-acts';
import { caseToChange } from './case-to-change';
import { refusalOfVault } from './refusal-of-vault';

/** What the caller has to approve with their own code: the change that somebody else asked for, or a new one, which the vault is told of now. */
@Injectable()
export class GiveTicket implements CaseUseCase<CaseActRequest> {
  constructor(private readonly vault: Vault) {}

  async run(transaction: Transaction, act: Act, row: CaseRow): Promise<Outcome<CaseRow, Refusal>> {
    const { caller } = act;
    const changeable = await caseToChange(transaction, row, act.caller.at);
    if (!changeable.ok) return changeable;
    const asked = await askedFor(transaction, changeable.value, row);
    if (asked) {
      if (asked.openedBy === caller.operator.id) return refuse({ kind: 'same-person' });
      return caller.permissions.includes('case.confirm-station-change') ? accept(row) : refuse({ kind: 'forbidden', details: { permission: 'case.confirm-station-change' } });
    }
    const ticket = await this.vault.ask(requestOf(changeable.value));
    if (!ticket.ok) return refuse(refusalOfVault(ticket.refusal));
    const { requestId, challenge, secondsLeft } = ticket.value;
    const { intent, place } = changeable.value;
    await transaction.repository(StationChangeRepository).open({
      id: requestId,
      caseId: row.id,
      intentId: intent.id,
      toStationId: place.station.id,
      toKey: place.station.sealingKeyId,
      challenge,
      state: 'opened',
      openedBy: caller.operator.id,
      openedAt: transaction.now,
      expiresAt: new Date(transaction.now.getTime() + secondsLeft * 1_000),
      reason: null,
      askedAt: null,
      confirmedBy: null,
      endedAt: null,
      lastFence: null,
    });
    const details = { requestId, toStationId: place.station.id };
    transaction.audit({ act: 'case.station-change-opened', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details });
    return accept(row);
  }

  /** The text that the caller's page makes its MAC over. */
  async show(transaction: Transaction, { caller }: Act, caseId: string): Promise<ApprovalDocument> {
    const changes = transaction.repository(StationChangeRepository);
    const found = await changes.openedFor(caseId, caller.operator.id, transaction.now);
    if (!found) throw new Error('a ticket that was given cannot be shown');
    const { id: requestId, challenge, intentId, toStationId, toKey } = found.row;
    return { requestId, challenge, person: await changes.usernameOf(caller.operator.id), caseId, intentId, controlNumber: found.controlNumber, toStationId, toKey };
  }
}

async function askedFor(transaction: Transaction, { intent, place }: ChangeableCase, { id }: CaseRow): Promise<StationChangeRow | undefined> {
  const asked = await transaction.repository(StationChangeRepository).asked(id, transaction.now);
  return asked?.row.intentId === intent.id && asked.row.toKey === place.station.sealingKeyId ? asked.row : undefined;
}

function requestOf({ intent, vaultBlob, vaultSignature, place: { station } }: ChangeableCase): RewrapRequest {
  const { id: intentId, caseId, idCarta, controlNumber, stationId } = intent;
  return { blob: { caseId, intentId, idCarta, controlNumber, stationId, vaultBlob }, signature: vaultSignature, to: { stationId: station.id, sealingKey: station.sealingKey } };
}
