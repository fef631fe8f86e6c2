// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ApprovalAnswer, ConfirmStationChangeRequest, VaultRefusalKind } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { BeginWriting } from '../../../platform/activation/begin-writing';
import { CaseRepository } from '../../../platform/activation/case.repository';
import { IntentRepository } from '../../../platform/activation/intent.repository';
import { StationChangeRepository } from '../../../platform/activation/station-change.repository';
import type { CaseRow } from '../../../platform/database/rows/case-row';
import type { StationChangeRow } from '../../../platform/database/rows/station-change-row';
import type { Transaction } from '../../../platform/database/transaction';
import type { Act } from '../../../platform/idempotency/act';
import type { Refusal } from '../../../platform/problems/refusal';
import { type NoAnswer, Vault } from '../../../platform/vault/vault';
import type { CaseUseCase } from '../case-acts';
import { keepDecision, liftedStop, unlessOwnCase } from '../decisions';
import { caseToChange } from './case-to-change';
import { refusalOfVault } from './refusal-of-vault';

/**
 * The second of the two people: the vault seals the codes to the station that has the card now, and the write goes on there with the same envelope. Nothing is
 * printed; the lost station's lease is outrun.
 */
@Injectable()
export class ConfirmStationChange implements CaseUseCase<ConfirmStationChangeRequest> {
  constructor(
    private readonly vault: Vault,
    private readonly beginWriting: BeginWriting,
  ) {}

  async run(transaction: Transaction, act: Act, row: CaseRow, { requestId, mac }: ConfirmStationChangeRequest): Promise<Outcome<CaseRow, Refusal>> {
    const { caller } = act;
    const changeable = await caseToChange(transaction, row, act.caller.at);
    if (!changeable.ok) return changeable;
    const { intent, place } = changeable.value;
    const changes = transaction.repository(StationChangeRepository);
    const change = await changes.living(row.id, requestId);
    if (change?.state !== 'asked' || change.expiresAt <= transaction.now || change.intentId !== intent.id) return refuse({ kind: 'approval-expired' });
    // The card went on to a third station meanwhile: that one was not what the first person approved.
    if (change.toKey !== place.station.sealingKeyId) return refuse({ kind: 'approval-expired' });
    if (change.openedBy === caller.operator.id) return refuse({ kind: 'same-person' });
    const free = await unlessOwnCase(transaction, act, row);
    if (!free.ok) return free;

    const approved = await this.vault.approve(requestId, { person: await changes.usernameOf(caller.operator.id), mac });
    if (!approved.ok) {
      if (isOver(approved.refusal)) await this.end(transaction, act, row, change, approved.refusal.because);
      return refuse(refusalOfVault(approved.refusal));
    }
    if (!approved.value.resealed) throw new Error('the vault has two approvals and gave no blob');
    await transaction.repository(IntentRepository).reseal(intent, approved.value.resealed);
    await changes.move(requestId, { state: 'done', confirmedBy: caller.operator.id, endedAt: transaction.now, lastFence: row.fence });
    await keepDecision(transaction, act, row, { decision: 'station-change', reason: change.reason ?? '' });
    tell(transaction, act, row, change, approved.value);
    const lifted = await transaction.repository(CaseRepository).step(row, row.state, transaction.now, liftedStop(row));
    const writing = await this.beginWriting.run(transaction, act, lifted, act.caller.at);
    // The card was pulled in this moment, say: the station can open the codes now, and goes on when the card is back.
    return writing.ok ? writing : accept(lifted);
  }

  private async end(transaction: Transaction, act: Act, row: CaseRow, { id, toStationId }: StationChangeRow, because: string): Promise<void> {
    await transaction.repository(StationChangeRepository).move(id, { state: 'refused', endedAt: transaction.now });
    transaction.audit({ act: 'case.station-change-refused', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details: { requestId: id, toStationId, because } });
  }
}

/** What the vault says of the request itself, also that it does not know it any more: two people ask anew. A mistyped code is typed again, and a vault that does not listen is asked again. */
const LAST_WORDS: ReadonlySet<string> = new Set(['request-unknown', 'station-not-certified', 'blob-not-signed', 'blob-altered', 'key-unknown'] satisfies VaultRefusalKind[]);

function isOver({ kind, because }: NoAnswer): boolean {
  return kind === 'refused' && LAST_WORDS.has(because);
}

function tell(transaction: Transaction, act: Act, row: CaseRow, { id, toStationId, openedBy }: StationChangeRow, { head }: ApprovalAnswer): void {
  const details = { requestId: id, toStationId, askedBy: openedBy, vaultEntry: head.entry, vaultHash: head.hash };
  transaction.audit({ act: 'case.station-changed', actor: act.actor, requestId: act.requestId, deskId: row.deskId, caseId: row.id, details });
  transaction.notify({ to: 'desk', deskId: row.deskId, event: { topic: 'case', caseId: row.id } });
}
