// SPDX-License-Identifier: AGPL-3.0-or-later
import { isFinalCase } from '@sportello/domain';
import type { CardInReader, CaseView } from '@sportello/contracts';

/** What the card in the reader asks of the page. */
export type CardCall =
  | { readonly kind: 'nothing' }
  /** It is the card of the case in hand; should that case be put aside, the card does not bring it back. */
  | { readonly kind: 'of-case'; readonly insertionId: string }
  /** Open its case, without a key to press. */
  | { readonly kind: 'open'; readonly insertionId: string }
  /** Another card than the one that the case in hand waits for: nothing happens by itself. */
  | { readonly kind: 'foreign'; readonly insertionId: string };

/**
 * A recognised card opens its case, unless a case in hand has codes on paper: then a second card in the reader is most likely a mistake,
 * and the operator says whether it is not. `handled` is the insertion for which the page has already asked.
 */
export function callOfCard(card: CardInReader | null, inHand: CaseView | null, handled: string | null): CardCall {
  if (card?.state !== 'recognised') return { kind: 'nothing' };
  const { insertionId } = card;
  const isOfCase = inHand !== null && (card.openCaseId === inHand.id || card.card.idCarta === inHand.card?.idCarta);
  if (isOfCase) return { kind: 'of-case', insertionId };
  const hasPaperWaiting = inHand !== null && !isFinalCase(inHand.state) && inHand.state !== 'recognised';
  if (hasPaperWaiting) return { kind: 'foreign', insertionId };
  return insertionId === handled ? { kind: 'nothing' } : { kind: 'open', insertionId };
}

/** The age of the holder whose card was read; null without one. */
export function ageInReader(card: CardInReader | null): number | null {
  return card?.state === 'recognised' ? card.card.holder.age : null;
}
