// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import { type CardOnDesk, type ParsedCard, parsedCardOf } from '../../platform/activation/card-on-desk';
import { ReaderRepository } from '../../platform/activation/reader.repository';
import type { CardInReaderRow } from '../../platform/database/rows/card-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import type { Counter } from '../../platform/stations/station-choice';

/** A recognised card in one of the readers at hand. */
export interface CardAtHand {
  readonly stationId: string;
  readonly insertionId: string;
  readonly card: CardOnDesk;
  readonly parsed: ParsedCard;
  /** As the chip holds it, DER. */
  readonly certificate: Buffer;
}

/** The card of the stay that the page saw, if it is still in the reader and could be read. */
export async function cardOfStay(transaction: Transaction, counter: Counter, insertionId: string): Promise<Outcome<CardAtHand, Refusal>> {
  const readers = transaction.repository(ReaderRepository);
  const row = await readers.stayAt(counter, insertionId, transaction.now);
  if (!row) return refuse({ kind: (await readers.hasAnyCard(counter, transaction.now)) ? 'card-changed' : noCard(counter) });
  if (row.state === 'removed') return refuse({ kind: 'card-removed' });
  if (row.state === 'not-usable') return refuse(troubleOf(row));
  const atHand = cardAtHand(row);
  return atHand ? accept(atHand) : refuse({ kind: 'no-card', details: { state: row.state } });
}

/** The card with this number, if it is in a reader at hand now. */
export async function cardNumbered(transaction: Transaction, counter: Counter, idCarta: string): Promise<Outcome<CardAtHand, Refusal>> {
  const readers = transaction.repository(ReaderRepository);
  const row = await readers.recognisedAt(counter, idCarta, transaction.now);
  const atHand = row && cardAtHand(row);
  if (atHand) return accept(atHand);
  return refuse({ kind: (await readers.hasAnyCard(counter, transaction.now)) ? 'wrong-card' : noCard(counter) });
}

/** The card of a stay in either reader: whoever comes for the holder shows theirs in the second one. */
export async function cardShown(transaction: Transaction, counter: Counter, insertionId: string): Promise<Outcome<CardAtHand, Refusal>> {
  const row = await transaction.repository(ReaderRepository).stayInEither(counter, insertionId, transaction.now);
  const atHand = row?.state === 'recognised' ? cardAtHand(row) : undefined;
  return atHand ? accept(atHand) : refuse({ kind: row?.state === 'removed' ? 'card-removed' : 'no-card', details: { reader: 'operator' } });
}

/** The other cards that lie in the readers at hand. */
export async function otherCards(transaction: Transaction, counter: Counter, idCarta: string): Promise<readonly CardAtHand[]> {
  const rows = await transaction.repository(ReaderRepository).othersAt(counter, idCarta, transaction.now);
  return rows.flatMap((row) => cardAtHand(row) ?? []);
}

/** Whoever has not said where they stand has no reader. */
function noCard({ at }: Counter): 'no-card' | 'station-not-bound' {
  return at.kind === 'none' ? 'station-not-bound' : 'no-card';
}

function cardAtHand({ stationId, insertionId, facts, certificate }: CardInReaderRow): CardAtHand | undefined {
  return facts && certificate ? { stationId, insertionId, card: facts, parsed: parsedCardOf(facts), certificate } : undefined;
}

function troubleOf({ reason, cardType }: CardInReaderRow): Refusal {
  if (reason === 'no-chip' || reason === 'not-cns' || reason === 'unreadable') return { kind: reason };
  return { kind: 'unsupported', cardType: cardType ?? undefined };
}
