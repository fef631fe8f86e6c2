// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES, type CardState, type CaseKind, type CasePurpose, type DeskKind, type Outcome, ageOn, assertNever, chooseKind, localDateAt, proposeKind, refuse } from '@sportello/domain';
import { type SignedInOperator, counterOf } from '../../platform/access/caller';
import { stateAtDesk } from '../../platform/activation/card-on-desk';
import { CardRegisterRepository } from '../../platform/activation/card-register.repository';
import type { Transaction } from '../../platform/database/transaction';
import type { Refusal } from '../../platform/problems/refusal';
import { type CardAtHand, otherCards } from './card-at-hand';

/** What is asked of a card at a desk. */
export interface CaseWish {
  readonly caller: Pick<SignedInOperator, 'at'> & { readonly desk: { readonly id: string; readonly kind: DeskKind } };
  readonly purpose: CasePurpose;
  /** The kind that the operator names; undefined: the proposed one. */
  readonly kind: CaseKind | undefined;
}

/** The kind of case that the card has: the desk's rules first, then whether its certificate is to be believed. */
export async function proposeCase(transaction: Transaction, atHand: CardAtHand, wish: CaseWish): Promise<Outcome<CaseKind, Refusal>> {
  const state = stateAtDesk(atHand.card, await transaction.repository(CardRegisterRepository).stateOf(atHand.card.idCarta));
  const kind = kindOf(atHand, state, wish, transaction.now);
  if (!kind.ok) return (await areSwapped(transaction, atHand, wish, kind.refusal)) ? refuse({ kind: 'cards-swapped' }) : kind;
  const { status } = atHand.card.certificate;
  switch (status) {
    case 'valid':
      return kind;
    case 'expired':
    case 'not-yet-valid':
    case 'untrusted':
      return refuse({ kind: 'certificate-untrusted' });
    case 'of-another-card':
      return refuse({ kind: 'certificate-of-another-card' });
    default:
      return assertNever(status);
  }
}

function kindOf({ card, parsed }: CardAtHand, state: CardState, { caller: { desk }, purpose, kind }: CaseWish, now: Date): Outcome<CaseKind, Refusal> {
  const { data } = parsed.reading;
  const proposal = proposeKind({ kind: 'read', idCarta: parsed.idCarta, personalData: data, certificateNotAfter: new Date(card.certificate.notAfter), state }, now, desk.kind, purpose);
  return proposal.ok ? chooseKind(proposal.value, kind, data.birthDate, desk.kind) : proposal;
}

/** Somebody comes for a minor, the card of the case is an adult's, and the minor's lies in the other reader. */
async function areSwapped(transaction: Transaction, { card }: CardAtHand, { caller, kind }: CaseWish, { kind: refusal }: Refusal): Promise<boolean> {
  const below = kind === undefined || refusal !== 'kind-not-for-age' ? undefined : CASE_KIND_RULES[kind].holderAge.below;
  if (below === undefined) return false;
  const today = localDateAt(transaction.now);
  const others = await otherCards(transaction, counterOf(caller), card.idCarta);
  return others.some(({ parsed }) => ageOn(parsed.reading.data.birthDate, today) < below);
}
