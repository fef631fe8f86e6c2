// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetLossReason, SheetMovement } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

/** One line of the ledger, as the register prints it. */
export interface MovementLine extends SheetMovement {
  readonly at: Date;
  readonly first: string;
  readonly last: string;
  readonly station: string | null;
  readonly caseNumber: number | null;
  readonly reason: SheetLossReason | null;
}

export class MovementRepository {
  constructor(private readonly rows: EntityManager) {}

  /** How many went which way, between two instants. */
  async totals(deskId: string, from: Date, to: Date): Promise<readonly SheetMovement[]> {
    return this.rows.query<SheetMovement[]>(
      `select kind, from_state as "from", to_state as "to", sum(count)::int as count from sheet_movement where desk_id = $1 and at >= $2 and at < $3 group by kind, from_state, to_state`,
      [deskId, from, to],
    );
  }

  async lines(deskId: string, from: Date, to: Date): Promise<readonly MovementLine[]> {
    return this.rows.query<MovementLine[]>(
      `select m.at, m.kind, m.from_state as "from", m.to_state as "to", m.count, m.first_number as first, m.last_number as last, m.reason, t.name as station, c.number as "caseNumber"
       from sheet_movement m left join station t on t.id = m.station_id left join activation_case c on c.id = m.case_id
       where m.desk_id = $1 and m.at >= $2 and m.at < $3 order by m.position`,
      [deskId, from, to],
    );
  }
}
