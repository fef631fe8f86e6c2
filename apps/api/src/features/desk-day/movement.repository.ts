// SPDX-License-Identifier: AGPL-3.0-or-later
import { type DaySum, SHEETS_ON_HAND, type SheetLossReason, type SheetMovement } from '@sportello/domain';
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

/** What the desk had at an instant and what moved since, by the ledger; and what it has now, by the sheets. */
export interface SumSince extends Pick<DaySum, 'opening' | 'closing'> {
  readonly movements: readonly SheetMovement[];
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

  /**
   * In one statement, which sees one instant: citizens' cases go on while somebody closes. It has no end, since another copy's clock may be ahead of this one's.
   */
  async sumSince(deskId: string, from: Date): Promise<SumSince> {
    const [found] = await this.rows.query<[SumSince]>(SUM_SINCE, [deskId, from]);
    return found;
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

const ON_HAND = SHEETS_ON_HAND.map((state) => `'${state}'`).join(', ');

const SUM_SINCE = `
  select
    (select coalesce(sum(case when to_state in (${ON_HAND}) then count else 0 end - case when from_state in (${ON_HAND}) then count else 0 end), 0)::int
     from sheet_movement where desk_id = $1 and at < $2) as opening,
    (select coalesce(json_agg(m), '[]') from (
       select kind, from_state as "from", to_state as "to", sum(count)::int as count from sheet_movement where desk_id = $1 and at >= $2 group by kind, from_state, to_state
     ) m) as movements,
    (select json_build_object(${SHEETS_ON_HAND.map((state) => `'${state}', count(*) filter (where state = '${state}')`).join(', ')})
     from sheet where desk_id = $1 and transfer_id is null and state in (${ON_HAND})) as closing`;
