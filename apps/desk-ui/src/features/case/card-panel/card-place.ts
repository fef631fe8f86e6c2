// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardInReader, CardView, CaseView, ProblemCode } from '@sportello/contracts';

/** What stands in the card's place on the page. Nothing personal without its card. */
export type CardPlace =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'card'; readonly card: CardView }
  | { readonly kind: 'not-usable'; readonly reason: ProblemCode }
  /** Another card than that of the case in hand. */
  | { readonly kind: 'foreign'; readonly insertionId: string };

export function cardPlace(inReader: CardInReader | null, inHand: CaseView | null): CardPlace {
  if (inReader === null) return { kind: 'empty' };
  if (inReader.state === 'reading') return { kind: 'reading' };
  if (inReader.state === 'not-usable') return { kind: 'not-usable', reason: inReader.reason };
  const isOfCase = inHand === null || inReader.openCaseId === inHand.id || inReader.card.idCarta === inHand.card?.idCarta;
  return isOfCase ? { kind: 'card', card: inReader.card } : { kind: 'foreign', insertionId: inReader.insertionId };
}
