// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse, requestNumberOf } from '@sportello/domain';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import { CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import type { KnownCertificate } from '../../platform/revocation/known-certificate';

/** Whether nothing else is under way for the certificate, nor has ended it; from here until the end of the transaction nobody else can begin. Who sends again is told the number of the first. */
export async function unlessAsked(transaction: Transaction, { certificateIssuer, certificateSerial }: KnownCertificate, isToDecide: boolean): Promise<Outcome<'free', Refusal>> {
  const cards = transaction.repository(CardToRevokeRepository);
  await cards.holdCertificate(certificateIssuer, certificateSerial);
  const earlier = await cards.earlierOf(certificateIssuer, certificateSerial, isToDecide);
  return earlier ? refuse({ kind: 'revocation-already-asked', details: { number: requestNumberOf(earlier.number, earlier.year).value, state: earlier.state } }) : accept('free');
}
