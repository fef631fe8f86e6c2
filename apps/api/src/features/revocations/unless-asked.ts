// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse, requestNumberOf } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import type { KnownCertificate } from '../../platform/revocation/known-certificate';

/** Whether nothing else is under way for the certificate; from here until the end of the transaction nobody else can begin. */
export async function unlessAsked(transaction: Transaction, { certificateIssuer, certificateSerial }: KnownCertificate, isToDecide: boolean): Promise<Outcome<'free', Refusal>> {
  const cards = transaction.repository(CardToRevokeRepository);
  await cards.holdCertificate(certificateIssuer, certificateSerial);
  const open = await cards.openOf(certificateIssuer, certificateSerial, isToDecide);
  return open ? refuse({ kind: 'revocation-already-asked', details: { number: requestNumberOf(open.number, open.year).value, state: open.state } }) : accept('free');
}
