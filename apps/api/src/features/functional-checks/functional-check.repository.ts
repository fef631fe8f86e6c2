// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FunctionalCheckView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';

export interface NewCheck extends Omit<FunctionalCheckView, 'at'> {
  readonly deskId: string;
  readonly stationId: string;
  readonly insertionId: string;
  readonly operatorId: string;
  readonly at: Date;
}

export class FunctionalCheckRepository {
  constructor(private readonly rows: EntityManager) {}

  async keep(check: NewCheck): Promise<void> {
    await this.rows.query(
      `insert into functional_check (id, desk_id, station_id, insertion_id, operator_id, id_carta_ending, card_type, verdict, advice, rows, lot, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [check.id, check.deskId, check.stationId, check.insertionId, check.operatorId, check.idCartaEnding, check.cardType, check.verdict, check.advice, JSON.stringify(check.rows), check.lot, check.at],
    );
  }

  /** Nothing when it is another desk's. */
  async at(deskId: string, id: string): Promise<FunctionalCheckView | undefined> {
    const [found] = await this.rows.query<(Omit<FunctionalCheckView, 'at'> & { readonly at: Date })[]>(
      `select id, at, id_carta_ending as "idCartaEnding", card_type as "cardType", verdict, advice, rows, lot from functional_check where desk_id = $1 and id = $2`,
      [deskId, id],
    );
    return found && { ...found, at: found.at.toISOString() };
  }

  /** The lot that somebody reported and this card belongs to. Sixteen digits each: as texts they lie in the order of their numbers. */
  async lotOf(idCarta: string, cardType: string | null): Promise<string | undefined> {
    const [found] = await this.rows.query<{ readonly name: string }[]>(
      `select name from reported_lot where not is_withdrawn and $1 between first_id_carta and last_id_carta and (card_type is null or card_type = $2) order by name limit 1`,
      [idCarta, cardType],
    );
    return found?.name;
  }
}
