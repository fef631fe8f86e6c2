// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardRules, type IdCartaNumber, judgeCertificateAct, lotText } from '@sportello/domain';
import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/database/transaction';
import { type CardToRevoke, CardToRevokeRepository } from '../../platform/revocation/card-to-revoke.repository';
import { type KnownCertificate, certificateOf } from '../../platform/revocation/known-certificate';
import { type LotCounts, LotRepository } from './lot.repository';

/** As many cards are read at a time. */
const AT_A_TIME = 500;

export interface LotLookedAt {
  readonly digest: Buffer;
  readonly cards: number;
  readonly counts: LotCounts;
  /** Those whose certificate ends, by number. */
  readonly toRevoke: readonly { readonly card: CardToRevoke; readonly certificate: KnownCertificate }[];
}

/** What would happen to each card of a list; each is looked at once. */
export async function lookAtLot(transaction: Transaction, list: readonly string[], rules: CardRules): Promise<LotLookedAt> {
  const cards = [...new Set(list)].sort();
  const sorts = { toRevoke: [] as { card: CardToRevoke; certificate: KnownCertificate }[], alreadyRevoked: 0, alreadyRequested: 0, notActive: 0, unknown: 0 };
  for (let from = 0; from < cards.length; from += AT_A_TIME) {
    const known = await transaction.repository(CardToRevokeRepository).ofAll(cards.slice(from, from + AT_A_TIME));
    const looked = known.map((card) => ({ card, certificate: certificateOf(card) }));
    const requested = await transaction.repository(LotRepository).requested(looked.flatMap(({ certificate }) => certificate?.certificateSerial ?? []));
    const isRequested = ({ certificateIssuer, certificateSerial }: KnownCertificate): boolean => requested.some(({ issuer, serial }) => serial === certificateSerial && issuer.equals(certificateIssuer));
    for (const { card, certificate } of looked) {
      if (card.state === 'revoked') sorts.alreadyRevoked += 1;
      else if (!certificate) sorts.unknown += 1;
      else if (isRequested(certificate)) sorts.alreadyRequested += 1;
      else if (!judgeCertificateAct('revocation', 'official-act', card.state, rules).ok) sorts.notActive += 1;
      else sorts.toRevoke.push({ card, certificate });
    }
  }
  const { toRevoke, ...counts } = sorts;
  return { digest: createHash('sha256').update(lotText(cards as IdCartaNumber[])).digest(), cards: cards.length, counts: { ...counts, toRevoke: toRevoke.length }, toRevoke };
}
