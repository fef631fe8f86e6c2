// SPDX-License-Identifier: AGPL-3.0-or-later
import { REVOCATION_ASKER_RULES, REVOCATION_REASON_RULES } from '@sportello/domain';
import type { RevocationRequestRow } from '../database/rows/revocation-row';
import type { Transaction } from '../database/transaction';
import type { Doer } from '../idempotency/act';
import { type CardToRevoke, CardToRevokeRepository } from './card-to-revoke.repository';
import { type CertificateColumns, NO_CERTIFICATE, certificateOf } from './known-certificate';
import { type AskedRequest, keepRequest, newRequest } from './new-request';

/** What happened to a case at a desk, and calls for the end of its card's certificate. */
export interface DeskMishap extends Pick<AskedRequest, 'happenedAt' | 'notes'> {
  readonly reason: 'wrong-delivery' | 'lost-case';
  readonly card: CardToRevoke;
  readonly caseId: string;
  readonly deskId: string;
  readonly recordedBy: string;
  readonly wronglyDelivered?: RevocationRequestRow['wronglyDelivered'];
}

/**
 * Recorded for a supervisor whatever the card's certificate is: asked about already, revoked or expired. What happened has happened, and the supervisor says what there is to
 * revoke. It takes the certificate's place among those to decide only when that is free.
 */
export async function logForSupervisor(transaction: Transaction, doer: Doer, mishap: DeskMishap): Promise<RevocationRequestRow> {
  const { card, wronglyDelivered, ...said } = mishap;
  const asked = { ...said, act: 'revocation', asker: 'desk', caseKind: null, way: 'official-act', proof: null, confirmedEffects: null, isOutOfHours: false } as const;
  const certificate = await placeFor(transaction, card);
  return keepRequest(transaction, doer, {
    ...newRequest(transaction, asked, REVOCATION_ASKER_RULES.desk.approval),
    ...certificate,
    standing: 'identified',
    state: 'logged',
    idCarta: card.idCarta,
    initials: card.initials,
    caseId: mishap.caseId,
    isBreach: REVOCATION_REASON_RULES[mishap.reason].isBreach,
    wronglyDelivered: wronglyDelivered ?? null,
    verifiedAt: null,
  });
}

async function placeFor(transaction: Transaction, card: CardToRevoke): Promise<CertificateColumns> {
  const certificate = certificateOf(card);
  if (!certificate) return NO_CERTIFICATE;
  const { certificateIssuer, certificateSerial } = certificate;
  const cards = transaction.repository(CardToRevokeRepository);
  await cards.holdCertificate(certificateIssuer, certificateSerial);
  return (await cards.isToDecide(certificateIssuer, certificateSerial)) ? NO_CERTIFICATE : certificate;
}
