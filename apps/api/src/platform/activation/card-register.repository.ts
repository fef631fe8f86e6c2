// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState, ModeOfActivation } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { type PreparedStatement, queryPrepared } from '../database/prepared-statement';
import { CardRow, TransportCodesRow } from '../database/rows/card-row';

/**
 * SQL: what the desk's register knows of the card `idCarta`. A card that its issuer listed as inactive, or whose transport codes came from the manufacturer,
 * was not activated yet, unless a write on it ended without a proof: nobody knows which codes it has. New codes of an active card that were lost leave it active, for
 * its issuer may set others at any time; a chip whose proof of them was not good is not believed any more. Of any other card nothing is guessed.
 */
export function cardStateSql(idCarta: string): string {
  return `coalesce(
    (select state from card where id_carta = ${idCarta} and state not in ('inactive', 'active')),
    (select 'unknown' from activation_case where id_carta = ${idCarta} and state = 'faulty' and purpose = 'duplicate' limit 1),
    (select state from card where id_carta = ${idCarta} and state = 'active'),
    (select 'unknown' from activation_case where id_carta = ${idCarta} and state in ('faulty', 'lost') limit 1),
    (select 'inactive' from card where id_carta = ${idCarta}),
    (select 'inactive' from transport_codes where id_carta = ${idCarta}),
    'unknown')`;
}

export class CardRegisterRepository {
  constructor(private readonly rows: EntityManager) {}

  async stateOf(idCarta: string): Promise<CardState> {
    const [found] = await this.rows.query<[{ readonly state: CardState }]>(`select ${cardStateSql('$1')} as state`, [idCarta]);
    return found.state;
  }

  async transportCodesOf(idCarta: string): Promise<Uint8Array | undefined> {
    return (await this.rows.findOneBy(TransportCodesRow, { idCarta }))?.encrypted;
  }

  /** The chip's proof was checked: the card is active for good in this mode, and its transport codes open nothing any more. */
  async activate(idCarta: string, mode: ModeOfActivation, now: Date): Promise<void> {
    await this.rows.upsert(CardRow, { idCarta, state: 'active', modeOfActivation: mode, activatedAt: now, changedAt: now }, ['idCarta']);
    await this.rows.delete(TransportCodesRow, { idCarta });
  }

  /** What their authority was seen to say of the certificates of cards. */
  async putAll(states: ReadonlyMap<string, CardRow['state']>, now: Date): Promise<void> {
    await queryPrepared(this.rows, PUT_ALL, [[...states.keys()], [...states.values()], now]);
  }
}

/** In one order, so that nobody waits for somebody who waits for them. */
const PUT_ALL: PreparedStatement = {
  name: 'cards-put',
  text: `insert into card (id_carta, state, changed_at) select id_carta, state, $3 from unnest($1::text[], $2::text[]) as put (id_carta, state) order by id_carta
    on conflict (id_carta) do update set state = excluded.state, changed_at = excluded.changed_at`,
};
