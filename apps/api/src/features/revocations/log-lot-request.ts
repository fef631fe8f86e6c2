// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationRequestRow } from '../../platform/database/rows/revocation-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Doer } from '../../platform/idempotency/act';
import type { CardToRevoke } from '../../platform/revocation/card-to-revoke.repository';
import type { KnownCertificate } from '../../platform/revocation/known-certificate';
import { keepRequest, newRequest } from '../../platform/revocation/new-request';
import { unlessAsked } from './unless-asked';

export interface LotRequestToLog {
  readonly card: CardToRevoke;
  readonly certificate: KnownCertificate;
  readonly lotId: string;
  readonly deskId: string;
  readonly recordedBy: string;
  readonly decidedBy: string;
}

/** One card of a lot that two supervisors let go. False: somebody asked for it in the meantime. */
export async function logLotRequest(transaction: Transaction, doer: Doer, { card, certificate, lotId, deskId, recordedBy, decidedBy }: LotRequestToLog): Promise<boolean> {
  const free = await unlessAsked(transaction, certificate, true);
  if (!free.ok) return false;
  const { now } = transaction;
  const asked = { act: 'revocation', reason: 'bad-lot', asker: 'supervisors', caseKind: null, way: 'official-act', happenedAt: null, proof: null, confirmedEffects: null, notes: null } as const;
  const row: RevocationRequestRow = {
    ...(await newRequest(transaction, { ...asked, deskId, recordedBy, isOutOfHours: false }, 'two-supervisors')),
    ...certificate,
    standing: 'identified',
    state: 'verified',
    idCarta: card.idCarta,
    initials: card.initials,
    lotId,
    verifiedAt: now,
    decidedBy,
    decidedAt: now,
  };
  await keepRequest(transaction, doer, row);
  return true;
}
