// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';

export interface KnownCard {
  readonly idCarta: string;
  /** The register has it as something else than inactive. */
  readonly isTaken: boolean;
  readonly encrypted: Buffer | null;
}

/** The encrypted transport codes of many cards at once. */
export class TransportCodesRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Those of these cards of which anything is known. */
  async known(idCartas: readonly string[]): Promise<readonly KnownCard[]> {
    return this.rows.query<KnownCard[]>(
      `select asked.id_carta as "idCarta", coalesce(c.state <> 'inactive', false) as "isTaken", t.encrypted
       from unnest($1::text[]) as asked (id_carta)
       left join card c on c.id_carta = asked.id_carta
       left join transport_codes t on t.id_carta = asked.id_carta
       where c.id_carta is not null or t.id_carta is not null`,
      [idCartas],
    );
  }

  /** Answers how many were added: fewer than given when a card's codes were added, or a card activated, in the meantime. */
  async add(cards: readonly { readonly idCarta: string; readonly encrypted: Buffer }[], now: Date): Promise<number> {
    const added = await this.rows.query<unknown[]>(
      `insert into transport_codes (id_carta, encrypted, created_at)
       select id_carta, encrypted, $1 from unnest($2::text[], $3::bytea[]) as new (id_carta, encrypted)
       where not exists (select from card where card.id_carta = new.id_carta and card.state <> 'inactive')
       on conflict do nothing returning 1`,
      [now, cards.map(({ idCarta }) => idCarta), cards.map(({ encrypted }) => encrypted)],
    );
    return added.length;
  }
}
