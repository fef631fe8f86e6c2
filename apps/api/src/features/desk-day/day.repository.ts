// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DayView, SelfTestRow } from '@sportello/contracts';
import { type CountDifference, type DaySum, FINAL_CASE_STATES, type LocalDate, SHEETS_ON_HAND, type SheetOnHand, type SheetsAtPlace } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { servesDeskSql } from '../../platform/people/serving';
import { isOnlineSql } from '../../platform/stations/online';

export interface DayRecord {
  readonly id: string;
  readonly day: LocalDate;
  readonly state: 'open' | 'closed';
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly sum: DaySum | null;
}

export interface NewCount {
  readonly id: string;
  readonly deskId: string;
  readonly dayId: string;
  readonly occasion: 'opening' | 'handover' | 'closing';
  readonly countedBy: string;
  readonly handedOverBy: string | null;
  readonly seen: readonly SheetsAtPlace[];
  readonly differences: readonly (CountDifference & { readonly station: string | null })[];
  readonly selfTest: readonly SelfTestRow[];
  readonly openCases: readonly string[];
  readonly at: Date;
}

/** What stands at the desk besides its sheets. */
export type Around = Pick<DayView, 'selfTest' | 'openCases' | 'colleagues'>;

const FINAL = FINAL_CASE_STATES.map((state) => `'${state}'`).join(', ');

export class DayRepository {
  constructor(private readonly rows: EntityManager) {}

  async of(deskId: string, day: LocalDate): Promise<DayRecord | undefined> {
    const [found] = await this.rows.query<DayRecord[]>(
      `select y.id, y.day::text as day, y.state, y.opened_at as "openedAt", o.display_name as "openedBy", y.closed_at as "closedAt", c.display_name as "closedBy", y.sum
       from desk_day y join operator o on o.id = y.opened_by left join operator c on c.id = y.closed_by where y.desk_id = $1 and y.day = $2`,
      [deskId, day],
    );
    return found;
  }

  /** Opens the day; one that was closed is open again, and keeps who opened it first. */
  async open({ id, deskId, day, openedBy, openedAt }: { readonly id: string; readonly deskId: string; readonly day: LocalDate; readonly openedBy: string; readonly openedAt: Date }): Promise<string> {
    const [opened] = await this.rows.query<[{ readonly id: string }]>(
      `insert into desk_day (id, desk_id, day, state, opened_by, opened_at) values ($1, $2, $3, 'open', $4, $5)
       on conflict (desk_id, day) do update set state = 'open', closed_by = null, closed_at = null, sum = null returning id`,
      [id, deskId, day, openedBy, openedAt],
    );
    return opened.id;
  }

  /** Ends the days before this one that nobody closed, and returns them. */
  async endLeftOpen(deskId: string, before: LocalDate, now: Date): Promise<readonly LocalDate[]> {
    const [ended] = await this.rows.query<[{ readonly day: LocalDate }[], number]>(
      `update desk_day set state = 'closed', closed_at = $3 where desk_id = $1 and day < $2 and state = 'open' returning day::text as day`,
      [deskId, before, now],
    );
    return ended.map(({ day }) => day);
  }

  async close(id: string, closedBy: string, sum: DaySum, now: Date): Promise<void> {
    await this.rows.query(`update desk_day set state = 'closed', closed_by = $2, closed_at = $3, sum = $4 where id = $1`, [id, closedBy, now, JSON.stringify(sum)]);
  }

  async keepCount(count: NewCount): Promise<void> {
    await this.rows.query(
      `insert into sheet_count (id, desk_id, day_id, occasion, counted_by, handed_over_by, seen, differences, self_test, open_cases, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        count.id,
        count.deskId,
        count.dayId,
        count.occasion,
        count.countedBy,
        count.handedOverBy,
        ...[count.seen, count.differences, count.selfTest, count.openCases].map((part) => JSON.stringify(part)),
        count.at,
      ],
    );
  }

  async handovers(deskId: string, day: LocalDate): Promise<DayView['handovers']> {
    const found = await this.rows.query<{ readonly at: Date; readonly from: string; readonly to: string; readonly cases: number }[]>(
      `select c.at, f.display_name as "from", t.display_name as "to", jsonb_array_length(c.open_cases) as cases
       from sheet_count c join desk_day y on y.id = c.day_id join operator f on f.id = c.handed_over_by join operator t on t.id = c.counted_by
       where c.desk_id = $1 and y.day = $2 and c.occasion = 'handover' order by c.at`,
      [deskId, day],
    );
    return found.map(({ at, ...handover }) => ({ ...handover, at: at.toISOString() }));
  }

  /** The open cases that were in one operator's hands are in the other's. */
  async passCases(deskId: string, from: string, to: string): Promise<void> {
    await this.rows.query(`update activation_case set in_charge = $3 where desk_id = $1 and coalesce(in_charge, opened_by) = $2 and state not in (${FINAL})`, [deskId, from, to]);
  }

  /** Devices, open cases and colleagues, in one round trip. */
  async around(deskId: string, callerId: string, now: Date): Promise<Around> {
    const [found] = await this.rows.query<[Around]>(AROUND, [deskId, callerId, now]);
    return found;
  }

  /** What the desk had at an instant, by the ledger alone. */
  async statesAt(deskId: string, instant: Date): Promise<Readonly<Record<SheetOnHand, number>>> {
    const balance = (state: SheetOnHand): string => `'${state}', coalesce(sum(case when to_state = '${state}' then count else 0 end - case when from_state = '${state}' then count else 0 end), 0)`;
    const [found] = await this.rows.query<[{ readonly states: Readonly<Record<SheetOnHand, number>> }]>(
      `select json_build_object(${SHEETS_ON_HAND.map(balance).join(', ')}) as states from sheet_movement where desk_id = $1 and at < $2`,
      [deskId, instant],
    );
    return found.states;
  }
}

const AROUND = `
  select
    (select coalesce(json_agg(json_build_object(
       'stationId', s.id, 'station', s.name, 'isOnline', ${isOnlineSql('s', '$3')}, 'reader', s.reader, 'operatorReader', s.operator_reader, 'envelopes', s.envelopes, 'forms', s.forms)
       order by s.created_at, s.id), '[]')
     from station s where s.desk_id = $1 and s.enrolled_at is not null and s.revoked_at is null) as "selfTest",
    (select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'initials', c.initials, 'state', c.state) order by c.opened_at, c.id), '[]')
     from activation_case c where c.desk_id = $1 and c.state not in (${FINAL})) as "openCases",
    (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.display_name) order by o.display_name, o.id), '[]')
     from operator o where ${servesDeskSql('o.id', '$1')} and o.id <> $2 and o.disabled_at is null and 'operator' = any(o.roles)) as colleagues`;
