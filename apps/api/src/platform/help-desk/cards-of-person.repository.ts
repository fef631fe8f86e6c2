// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState, LocalDate, ModeOfActivation } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { cardStateSql } from '../activation/card-register.repository';
import { codesOf } from '../cip/codes-of';

export interface PersonWithCards {
  readonly codiceFiscale: string;
  readonly surname: string;
  readonly name: string;
  readonly birthDate: LocalDate;
  /** The one that was activated last first. */
  readonly cards: readonly CardOfPerson[];
}

export interface CardOfPerson {
  readonly idCarta: string;
  readonly expiresOn: LocalDate;
  readonly activatedAt: Date | null;
  /** Where it was activated; null: not here. */
  readonly desk: string | null;
  readonly mode: ModeOfActivation | null;
  readonly state: CardState;
  /** Of the request for it that is on its way; one that still waits for a supervisor stands in nobody's way. */
  readonly openRequest: { readonly year: number; readonly number: number } | null;
}

type Holder = Omit<PersonWithCards, 'cards'>;

export class CardsOfPersonRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The holder of a card, and all cards that the desks ever took into use for them; undefined: what was known of them was erased. */
  async holderOf(idCarta: string): Promise<PersonWithCards | undefined> {
    const [holder] = await this.rows.query<Holder[]>(
      `select holder ->> 'codiceFiscale' as "codiceFiscale", holder ->> 'surname' as surname, holder ->> 'name' as name, holder ->> 'birthDate' as "birthDate"
       from activation_case where id_carta = $1 and holder is not null order by changed_at desc limit 1`,
      [idCarta],
    );
    if (!holder) return undefined;
    const cards = await this.rows.query<CardOfPerson[]>(CARDS, [codesOf(holder.codiceFiscale)]);
    return { ...holder, cards };
  }

  /** The same, of whom a codice fiscale names; undefined: no desk ever identified them. */
  async ofCodiceFiscale(codiceFiscale: string): Promise<PersonWithCards | undefined> {
    const [last] = await this.rows.query<{ readonly idCarta: string }[]>(
      `select id_carta as "idCarta" from activation_case where holder is not null and holder ->> 'codiceFiscale' = any($1::text[]) order by changed_at desc limit 1`,
      [codesOf(codiceFiscale)],
    );
    return last && this.holderOf(last.idCarta);
  }
}

const CARDS = `
  select * from (
    select distinct on (c.id_carta) c.id_carta as "idCarta", c.holder ->> 'cardExpiresOn' as "expiresOn", k.activated_at as "activatedAt",
      case when c.purpose = 'activation' then d.place || ' · ' || d.name end as desk, k.mode_of_activation as mode, ${cardStateSql('c.id_carta')} as state,
      (select json_build_object('year', r.year, 'number', r.number) from revocation_request r
       where r.id_carta = c.id_carta and r.state not in ('logged', 'confirmed', 'rejected') order by r.recorded_at desc limit 1) as "openRequest"
    from activation_case c join card k on k.id_carta = c.id_carta join desk d on d.id = c.desk_id
    where c.holder is not null and c.holder ->> 'codiceFiscale' = any($1::text[]) and k.state <> 'inactive'
    order by c.id_carta, c.purpose = 'activation' desc, c.changed_at desc
  ) as cards order by "activatedAt" desc nulls last, "idCarta"`;
