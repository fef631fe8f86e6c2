// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ResolveRevocationRequest } from '@sportello/contracts';
import { type Outcome, type RevocationState, redactCips, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import { isOwnCard } from '../../platform/activation/own-card';
import type { RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { advanceRevocation } from '../../platform/revocation/advance-revocation';
import { confirmRevocation } from '../../platform/revocation/confirm-revocation';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { putOut } from '../../platform/revocation/put-out';
import { RevocationRepository } from '../../platform/revocation/revocation.repository';
import type { RevocationUseCase } from './revocation-acts';

const LEADS_TO: Readonly<Record<ResolveRevocationRequest['cause'], RevocationState>> = {
  'sent-anew': 'transmitted',
  'accepted-elsewhere': 'accepted',
  'seen-revoked': 'confirmed',
  'certificate-unknown': 'rejected',
  withdrawn: 'rejected',
};

/** What a supervisor found out about a request that got stuck: it goes out again as a new one, the authority has it already, it is revoked, or it ends. */
@Injectable()
export class ResolveRevocation implements RevocationUseCase<ResolveRevocationRequest> {
  constructor(private readonly settings: Settings) {}

  async run(transaction: Transaction, act: Act, row: RevocationRequestRow, { cause, reason: written }: ResolveRevocationRequest): Promise<Outcome<RevocationRequestRow, Refusal>> {
    const card = row.idCarta === null ? undefined : await transaction.repository(CardToRevokeRepository).of(row.idCarta);
    if (card?.holder && isOwnCard(act.caller.operator.codiceFiscale, card.holder.codiceFiscale)) return refuse({ kind: 'own-card' });
    const reason = redactCips(written, this.settings.cipPattern).text;
    if (cause === 'seen-revoked') return confirmRevocation(transaction, act, row, { by: null, revokedAt: null }, { reason, act: 'revocation.resolved' });
    const moved = await advanceRevocation(transaction, act, row, { to: LEADS_TO[cause], cause, reason, act: 'revocation.resolved' });
    if (!moved.ok) return moved;
    const requests = transaction.repository(RevocationRepository);
    if (cause === 'accepted-elsewhere') await requests.lookFrom(row.id, transaction.now);
    else await requests.endAttempts([row.id], transaction.now);
    if (cause === 'sent-anew') await putOut(transaction, moved.value);
    return moved;
  }
}
