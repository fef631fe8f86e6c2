// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReaderRole } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import type { CardOnDesk } from '../../platform/activation/card-on-desk';

/**
 * The stays of cards in one station's readers: one row for each, which each stay takes over from the one before. A stay that has ended stays so, whatever comes late; each
 * method answers whether anything changed.
 */
export class StayRepository {
  constructor(private readonly rows: EntityManager) {}

  async begin(stationId: string, reader: ReaderRole, insertionId: string, now: Date): Promise<boolean> {
    return this.takeOver(
      `insert into card_in_reader as r (station_id, reader, insertion_id, state, inserted_at) values ($1, $4, $2, 'reading', $3)
       on conflict (station_id, reader) do update
         set insertion_id = excluded.insertion_id, state = 'reading', inserted_at = excluded.inserted_at, reason = null, id_carta = null, card_type = null, facts = null, certificate = null
         where r.insertion_id <> excluded.insertion_id
       returning 1`,
      [stationId, insertionId, now, reader],
    );
  }

  async recognised(stationId: string, reader: ReaderRole, insertionId: string, { card, certificate }: { readonly card: CardOnDesk; readonly certificate: Buffer }, now: Date): Promise<boolean> {
    return this.takeOver(
      `insert into card_in_reader as r (station_id, reader, insertion_id, state, inserted_at, id_carta, card_type, facts, certificate) values ($1, $8, $2, 'recognised', $3, $4, $5, $6, $7)
       on conflict (station_id, reader) do update
         set insertion_id = excluded.insertion_id, state = 'recognised', reason = null, id_carta = excluded.id_carta, card_type = excluded.card_type,
             facts = excluded.facts, certificate = excluded.certificate,
             inserted_at = case when r.insertion_id = excluded.insertion_id then r.inserted_at else excluded.inserted_at end
         where r.insertion_id <> excluded.insertion_id or r.state = 'reading'
       returning 1`,
      [stationId, insertionId, now, card.idCarta, card.cardType, JSON.stringify(card), certificate, reader],
    );
  }

  async notUsable(stationId: string, reader: ReaderRole, insertionId: string, { reason, cardType }: { readonly reason: string; readonly cardType: string | null }, now: Date): Promise<boolean> {
    return this.takeOver(
      `insert into card_in_reader as r (station_id, reader, insertion_id, state, inserted_at, reason, card_type) values ($1, $5, $2, 'not-usable', $3, $4, $6)
       on conflict (station_id, reader) do update
         set insertion_id = excluded.insertion_id, state = 'not-usable', reason = excluded.reason, id_carta = null, card_type = excluded.card_type, facts = null, certificate = null,
             inserted_at = case when r.insertion_id = excluded.insertion_id then r.inserted_at else excluded.inserted_at end
         where r.insertion_id <> excluded.insertion_id or r.state = 'reading'
       returning 1`,
      [stationId, insertionId, now, reason, reader, cardType],
    );
  }

  /** The card is gone, and with it all that was read from it. */
  async end(stationId: string, insertionId: string): Promise<boolean> {
    const [, changed] = await this.rows.query<[unknown, number]>(
      `update card_in_reader set state = 'removed', reason = null, id_carta = null, card_type = null, facts = null, certificate = null
       where station_id = $1 and insertion_id = $2 and state <> 'removed'`,
      [stationId, insertionId],
    );
    return changed === 1;
  }

  private async takeOver(sql: string, parameters: readonly unknown[]): Promise<boolean> {
    return (await this.rows.query<unknown[]>(sql, [...parameters])).length === 1;
  }
}
