// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LogRowsQuery, LogRowView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { chosenRows, rowsWithin } from './chosen-rows';
import type { LogReach } from './log-reach';

type FoundRow = Omit<LogRowView, 'at'> & { readonly at: Date };

/** The log as people read it: rows with the names that their ids have today. */
export class LogRowsRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The newest first; each condition is there only when it is asked for, so that PostgreSQL finds its index. */
  async find(reach: LogReach, query: LogRowsQuery, most: number): Promise<readonly LogRowView[]> {
    const where = chosenRows(reach, query);
    const found = await this.rows.query<FoundRow[]>(
      `${select(where.parameter(reach.namesOf))} from (select * from audit_row r where ${where.sql} order by r.at desc, r.position desc limit ${where.parameter(most)}) r ${NAMES} order by r.at desc, r.position desc`,
      where.values,
    );
    return found.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  async isWithin(reach: LogReach, rowId: string): Promise<boolean> {
    const where = rowsWithin(reach);
    const [found] = await this.rows.query<unknown[]>(`select 1 from audit_row r where ${where.sql} and r.id = ${where.parameter(rowId)}`, where.values);
    return found !== undefined;
  }

  /** Whether the same question stands in the log as the same person's already: the next pages of an answer are no other look. */
  async wasAsked(operatorId: string, details: object, since: Date): Promise<boolean> {
    const [found] = await this.rows.query<unknown[]>(`select 1 from audit_row where operator_id = $1 and at > $2 and act = 'audit.read' and details = $3::jsonb limit 1`, [
      operatorId,
      since,
      JSON.stringify(details),
    ]);
    return found !== undefined;
  }
}

const DESK_NAME = `json_build_object('id', d.id, 'name', d.name, 'place', d.place)`;

const select = (body: string): string => `
  select r.id, r.at, r.log, r.act, r.outcome, r.actor, coalesce(r.roles, '{}') as roles, r.details, r.change, r.request_id as "requestId", l.block::int as block,
    case when r.operator_id is not null then json_build_object('id', r.operator_id, 'name', case when oh.body_id = ${body} then o.display_name end) end as operator,
    case when d.id is not null then ${DESK_NAME} end as desk,
    case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end as station,
    case when c.id is not null then json_build_object('id', c.id, 'number', c.number) end as case,
    case when r.subject_id is not null then json_build_object('kind', r.subject_kind, 'id', r.subject_id, 'name', case when sh.body_id = ${body} then so.display_name end) end as subject`;

const NAMES = `
  left join audit_leaf l on l.position = r.position
  left join operator o on o.id = r.operator_id left join desk oh on oh.id = o.desk_id
  left join desk d on d.id = r.desk_id
  left join station s on s.id = r.station_id
  left join activation_case c on c.id = r.case_id
  left join operator so on so.id = case when r.subject_kind = 'operator' then r.subject_id::uuid end left join desk sh on sh.id = so.desk_id`;
