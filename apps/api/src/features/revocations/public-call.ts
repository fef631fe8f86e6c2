// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CallCategory, type CertificateRevocationReason, IDENTIFICATION_HOLDS_MINUTES } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import { CallRepository } from '../../platform/help-desk/call.repository';
import { NEW_CALL } from '../../platform/help-desk/new-call';
import { numberCall } from '../../platform/help-desk/number-call';
import type { Doer } from '../../platform/idempotency/act';

export interface PublicCall {
  readonly id: string;
  readonly reason: CertificateRevocationReason;
  readonly asker: 'holder' | 'representative';
  readonly isOutOfHours: boolean;
  readonly callerMac: Buffer;
  /** Null: nobody was. */
  readonly recognised: { readonly idCarta: string; readonly personMac: Buffer } | null;
}

const CATEGORIES: Partial<Record<CertificateRevocationReason, CallCategory>> = {
  theft: 'lost-or-stolen',
  loss: 'lost-or-stolen',
  'card-blocked': 'card-blocked',
  'wrong-data': 'wrong-data',
  'changed-data': 'wrong-data',
};

/** The call record of a request by the public page: over as it begins, of no desk, and among the earlier calls of whoever was recognised. */
export async function recordPublicCall(transaction: Transaction, doer: Doer, { id, reason, asker, isOutOfHours, callerMac, recognised }: PublicCall): Promise<void> {
  const { now } = transaction;
  const calls = transaction.repository(CallRepository);
  const over = { state: 'closed', outcome: 'request-recorded', openedAt: now, changedAt: now, closedAt: now } as const;
  const numbered = await numberCall(transaction, null);
  await calls.open({ ...NEW_CALL, ...over, ...numbered, doneSteps: [], id, deskId: null, channel: 'public-page', openedBy: null, callerKind: asker, category: CATEGORIES[reason] ?? 'other', isOutOfHours, callerMac });
  if (recognised) {
    await calls.identify({ ...recognised, id: transaction.newId(), callId: id, at: now, until: new Date(now.getTime() + IDENTIFICATION_HOLDS_MINUTES * 60_000) });
    await calls.endIdentification(id, now);
  }
  transaction.audit({ act: 'call.opened', ...doer, subject: { kind: 'call', id }, details: { channel: 'public-page', hasNumber: false, isOutOfHours } });
}
