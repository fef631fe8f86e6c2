// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AskStationChangeRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { StationChangeRepository } from '../../../platform/activation/station-change.repository';
import { CaseRepository } from '../../../platform/activation/case.repository';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Act } from '../../../platform/idempotency/act';
import type { Refusal } from '../../../platform/problems/refusal';
import { Vault } from '../../../platform/vault/vault';
import type { CaseUseCase } from '../case-acts';
import { caseToChange } from './case-to-change';
import { refusalOfVault } from './refusal-of-vault';

/** The first of the two people: the vault has checked their approval, and waits for another's. */
@Injectable()
export class AskStationChange implements CaseUseCase<AskStationChangeRequest> {
  constructor(private readonly vault: Vault) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, { requestId, mac, reason }: AskStationChangeRequest): Promise<Outcome<CaseRow, Refusal>> {
    const { caller } = act;
    const changeable = await caseToChange(transaction, row, act.caller.at);
    if (!changeable.ok) return changeable;
    const changes = transaction.repository(StationChangeRepository);
    const change = await changes.living(row.id, requestId);
    const isGood = change?.state === 'opened' && change.openedBy === caller.operator.id && change.expiresAt > transaction.now;
    if (!isGood) return refuse({ kind: 'approval-expired' });
    const approved = await this.vault.approve(requestId, { person: await changes.usernameOf(caller.operator.id), mac });
    if (!approved.ok) return refuse(refusalOfVault(approved.refusal));
    await changes.move(requestId, { state: 'asked', reason, askedAt: transaction.now });
    const { entry, hash } = approved.value.head;
    const details = { requestId, toStationId: change.toStationId, vaultEntry: entry, vaultHash: hash };
    transaction.audit({ act: 'case.station-change-asked', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details });
    transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
    return accept(await transaction.repository(CaseRepository).step(row, row.state, transaction.now, {}));
  }
}
