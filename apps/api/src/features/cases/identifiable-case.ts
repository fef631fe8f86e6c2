// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_KIND_RULES, type BodyOptions, type CaseNeeds, type Outcome, accept, ageOn, localDateAt, moveCase, needsOf, refuse } from '@sportello/domain';
import { isOwnCard } from '../../platform/activation/own-card';
import { counterOf } from '../../platform/access/caller';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { Refusal } from '../../platform/problems/refusal';
import { type CardAtHand, cardNumbered } from './card-at-hand';
import { proposeCase } from './propose-case';

export interface IdentifiableCase {
  readonly atHand: CardAtHand;
  readonly needs: CaseNeeds;
}

/** The case's own card is there, still good for this kind of case, and not the operator's; and what the case asks for today. */
export async function identifiableCase(transaction: Transaction, { caller }: Act, row: CaseRow, options: BodyOptions): Promise<Outcome<IdentifiableCase, Refusal>> {
  const move = moveCase(row.state, 'identified');
  if (!move.ok) return move;
  const found = await cardNumbered(transaction, counterOf(caller), row.idCarta);
  if (!found.ok) return found;
  const atHand = found.value;
  const { codiceFiscale, birthDate } = atHand.parsed.reading.data;
  if (isOwnCard(caller.operator.codiceFiscale, codiceFiscale.value)) return refuse({ kind: 'own-card' });
  // Time passes between the opening of a case and its identification: what made the card good, and the kind its own, is asked again.
  const kind = await proposeCase(transaction, atHand, { caller, purpose: row.purpose, kind: row.kind });
  if (!kind.ok) return kind;
  const holderAge = ageOn(birthDate, localDateAt(transaction.now));
  return accept({ atHand, needs: needsOf(CASE_KIND_RULES[row.kind], { deskKind: caller.desk.kind, purpose: row.purpose, options, holderAge }) });
}
