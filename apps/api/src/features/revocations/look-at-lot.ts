// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardRules, type IdCartaNumber, type LotSort, judgeCertificateAct, lotText } from '@sportello/domain';
import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/database/transaction';
import { CardToRevokeRepository, type KnownCard } from '../../platform/revocation/card-to-revoke.repository';
import { type KnownCertificate, certificateOf } from '../../platform/revocation/known-certificate';
import { type LotCounts, LotRepository, NO_COUNTS } from './lot.repository';

/** As many cards are read at a time. */
const AT_A_TIME = 250;

export interface LookedCard {
  readonly card: KnownCard;
  readonly certificate: KnownCertificate | undefined;
}

/** What happens to a card of a lot; a certificate that ends is a known one. */
export type SortedCard = LookedCard & ({ readonly sort: 'to-revoke'; readonly certificate: KnownCertificate } | { readonly sort: Exclude<LotSort, 'to-revoke'> });

/** Each card once, in order: so the same list has one digest however it was pasted. */
export function digestOf(list: readonly string[]): Buffer {
  return createHash('sha256').update(lotText(list as readonly IdCartaNumber[])).digest();
}

/** What would happen to each card of a list; each is looked at once. */
export async function lookAtLot(transaction: Transaction, list: readonly string[], rules: CardRules): Promise<LotCounts> {
  const cards = [...new Set(list)].sort();
  const counts = { ...NO_COUNTS };
  for (let from = 0; from < cards.length; from += AT_A_TIME) {
    const looked = await lookAtCards(transaction, cards.slice(from, from + AT_A_TIME));
    for (const { sort } of await sortCards(transaction, looked, rules)) counts[sort] += 1;
  }
  return counts;
}

export async function lookAtCards(transaction: Transaction, cards: readonly string[]): Promise<readonly LookedCard[]> {
  const known = await transaction.repository(CardToRevokeRepository).ofAll(cards);
  return known.map((card) => ({ card, certificate: certificateOf(card) }));
}

export async function sortCards(transaction: Transaction, cards: readonly LookedCard[], rules: CardRules): Promise<readonly SortedCard[]> {
  const requested = await transaction.repository(LotRepository).requested(cards.flatMap(({ certificate }) => certificate?.certificateSerial ?? []));
  const isRequested = ({ certificateIssuer, certificateSerial }: KnownCertificate): boolean => requested.some(({ issuer, serial }) => serial === certificateSerial && issuer.equals(certificateIssuer));
  return cards.map(({ card, certificate }): SortedCard => {
    if (card.state === 'revoked') return { card, certificate, sort: 'already-revoked' };
    if (!certificate) return { card, certificate, sort: 'unknown' };
    if (isRequested(certificate)) return { card, certificate, sort: 'already-requested' };
    const possible = judgeCertificateAct('revocation', 'official-act', card.state, rules);
    return possible.ok ? { card, certificate, sort: 'to-revoke' } : { card, certificate, sort: 'not-active' };
  });
}
