// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CipClaim, type LocalDate, foldLetters } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { codesOf } from './codes-of';

/** A card whose CIP may be told, and what is known of its holder. */
export interface CardWithCip {
  readonly idCarta: string;
  readonly cipVerifier: string;
  readonly codiceFiscale: string;
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
}

export class CipCardsRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The cards that all of a claim fits, the newest CIP first. Envelopes that were not handed over have none yet, and earlier envelopes of a card have none any more. */
  async claimed(claim: CipClaim, now: Date): Promise<readonly CardWithCip[]> {
    const { codiceFiscale, idCarta, person } = claim;
    const found = await this.rows.query<CardWithCip[]>(CLAIMED, [codiceFiscale === null ? [] : codesOf(codiceFiscale), idCarta, person?.birthDate ?? null, now]);
    return found.filter((card) => fits(claim, card));
  }
}

function fits({ codiceFiscale, idCarta, person }: CipClaim, card: CardWithCip): boolean {
  const isCode = codiceFiscale === null || codesOf(codiceFiscale).includes(card.codiceFiscale);
  const isCard = idCarta === null || card.idCarta === idCarta;
  const isPerson = person === null || (foldLetters(card.surname) === person.surname && foldLetters(card.name) === person.name && card.birthDate === person.birthDate);
  return [isCode, isCard, isPerson].every(Boolean);
}

/** Each part has an index of its own: the union keeps PostgreSQL on them. */
const CLAIMED = `
  with named as (
    select id from activation_case where holder is not null and holder ->> 'codiceFiscale' = any($1::text[])
    union select id from activation_case where holder is not null and id_carta = $2
    union select id from activation_case where holder is not null and holder ->> 'birthDate' = $3::text
  )
  select i.id_carta as "idCarta", i.cip_verifier as "cipVerifier", c.holder ->> 'codiceFiscale' as "codiceFiscale", c.holder ->> 'surname' as surname, c.holder ->> 'name' as name,
    c.holder ->> 'birthDate' as "birthDate"
  from named join activation_case c on c.id = named.id join intent i on i.case_id = c.id
  where i.cip_verifier is not null and i.cip_valid_from <= $4
  order by i.cip_valid_from desc, i.id`;
