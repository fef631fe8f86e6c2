// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import { type CardOnDesk, type ParsedCard, parsedCardOf } from '../../platform/activation/card-on-desk';
import { ReaderRepository } from '../../platform/activation/reader.repository';
import type { CardInReaderRow } from '../../platform/database/rows/card-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';

/** A recognised card in one of the desk's readers. */
export interface CardAtHand {
  readonly stationId: string;
  readonly insertionId: string;
  readonly card: CardOnDesk;
  readonly parsed: ParsedCard;
  /** As the chip holds it, DER. */
  readonly certificate: Buffer;
}

/** The card of the stay that the page saw, if it is still in the reader and could be read. */
export async function cardOfStay(transaction: Transaction, deskId: string, insertionId: string): Promise<Outcome<CardAtHand, Refusal>> {
  const readers = transaction.repository(ReaderRepository);
  const row = await readers.stayAt(deskId, insertionId, transaction.now);
  if (!row) return refuse({ kind: (await readers.hasAnyCard(deskId, transaction.now)) ? 'card-changed' : 'no-card' });
  if (row.state === 'removed') return refuse({ kind: 'card-removed' });
  if (row.state === 'not-usable') return refuse(troubleOf(row));
  const atHand = cardAtHand(row);
  return atHand ? accept(atHand) : refuse({ kind: 'no-card', details: { state: row.state } });
}

/** The card with this number, if it is in a reader of the desk now. */
export async function cardNumbered(transaction: Transaction, deskId: string, idCarta: string): Promise<Outcome<CardAtHand, Refusal>> {
  const readers = transaction.repository(ReaderRepository);
  const row = await readers.recognisedAt(deskId, idCarta, transaction.now);
  const atHand = row && cardAtHand(row);
  if (atHand) return accept(atHand);
  return refuse({ kind: (await readers.hasAnyCard(deskId, transaction.now)) ? 'wrong-card' : 'no-card' });
}

/** The card of a stay in any reader of the desk: whoever comes for the holder shows theirs in the second one. */
export async function cardShown(transaction: Transaction, deskId: string, insertionId: string): Promise<Outcome<CardAtHand, Refusal>> {
  const row = await transaction.repository(ReaderRepository).stayInEither(deskId, insertionId, transaction.now);
  const atHand = row?.state === 'recognised' ? cardAtHand(row) : undefined;
  return atHand ? accept(atHand) : refuse({ kind: row?.state === 'removed' ? 'card-removed' : 'no-card', details: { reader: 'operator' } });
}

/** The other cards that lie in the readers of the desk. */
export async function otherCards(transaction: Transaction, deskId: string, idCarta: string): Promise<readonly CardAtHand[]> {
  const rows = await transaction.repository(ReaderRepository).othersAt(deskId, idCarta, transaction.now);
  return rows.flatMap((row) => cardAtHand(row) ?? []);
}

function cardAtHand({ stationId, insertionId, facts, certificate }: CardInReaderRow): CardAtHand | undefined {
  return facts && certificate ? { stationId, insertionId, card: facts, parsed: parsedCardOf(facts), certificate } : undefined;
}

function troubleOf({ reason, cardType }: CardInReaderRow): Refusal {
  if (reason === 'no-chip' || reason === 'not-cns' || reason === 'unreadable') return { kind: reason };
  return { kind: 'unsupported', cardType: cardType ?? undefined };
}
