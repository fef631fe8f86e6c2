// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AccessLogPeriod, LogRowView } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { chosenRows } from './chosen-rows';
import type { LogReach } from './log-reach';

interface Account {
  readonly id: string;
  /** Null: of another body. */
  readonly username: string | null;
  readonly displayName: string | null;
}

/** One access of an administrator, or one command of whoever has the installation's keys. No address is kept of either. */
export interface AccessRow extends Pick<LogRowView, 'id' | 'act' | 'outcome' | 'details'> {
  readonly at: Date;
  /** Whose access it is; null: a command. */
  readonly person: Account | null;
  /** Who did it, when it was somebody else: an administrator ended another's session. */
  readonly by: Account | null;
  /** Of a command: under which account of the server it ran. */
  readonly systemAccount: string | null;
  readonly desk: string | null;
  readonly station: string | null;
}

/** The rows of the log of administrators' accesses as a spreadsheet wants them: those that the page of the log shows the same reader, newest first. */
export class AccessLogRepository {
  constructor(private readonly rows: EntityManager) {}

  page(reach: LogReach, period: AccessLogPeriod, after: string | undefined, most: number): Promise<AccessRow[]> {
    const where = chosenRows(reach, { ...period, log: 'access', after });
    const namesOf = where.parameter(reach.namesOf);
    return this.rows.query(
      `${select(namesOf)} from (select * from audit_row r where ${where.sql} order by r.at desc, r.position desc limit ${where.parameter(most)}) r ${NAMES} order by r.at desc, r.position desc`,
      where.values,
    );
  }
}

const accountOf = (account: string, namesOf: string): string => {
  const own = (column: string): string => `case when ${account}_home.body_id = ${namesOf} then ${account}.${column} end`;
  return `case when ${account}.id is not null then json_build_object('id', ${account}.id, 'username', ${own('username')}, 'displayName', ${own('display_name')}) end`;
};

const select = (namesOf: string): string => `
  select r.id, r.at, r.act, r.outcome, ${accountOf('person', namesOf)} as person, case when doer.id <> person.id then ${accountOf('doer', namesOf)} end as by,
    opening.value #>> '{}' as "systemAccount", d.place || ' · ' || d.name as desk, s.name as station, r.details`;

const NAMES = `
  left join operator doer on doer.id = r.operator_id left join desk doer_home on doer_home.id = doer.desk_id
  left join operator person on person.id = coalesce(case when r.subject_kind = 'operator' then r.subject_id::uuid end, r.operator_id) left join desk person_home on person_home.id = person.desk_id
  left join desk d on d.id = r.desk_id left join station s on s.id = r.station_id
  left join audit_opening opening on opening.row_id = r.id and opening.field = 'systemAccount'`;
