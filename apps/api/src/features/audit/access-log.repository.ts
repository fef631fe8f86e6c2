// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AccessLogEntry, AccessLogPeriod } from '@sportello/contracts';
import { DESK_ZONE } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export interface AccessRow extends Omit<AccessLogEntry, 'at'> {
  readonly position: number;
  readonly at: Date;
}

/** The rows of the log of administrators' accesses, newest first. */
export class AccessLogRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Those of some days at the desk that stand before a position, where one is said. */
  page({ from, to }: AccessLogPeriod, before: number | null, most: number): Promise<AccessRow[]> {
    return this.rows.query(PAGE, [from, to, DESK_ZONE, before, most]);
  }
}

const nameOf = (account: string): string =>
  `case when ${account}.id is not null then jsonb_build_object('id', ${account}.id, 'username', ${account}.username, 'displayName', ${account}.display_name) end`;

const PAGE = `
  select r.position, r.at, r.act, r.outcome, ${nameOf('person')} as person, case when doer.id <> person.id then ${nameOf('doer')} end as by,
    account.value #>> '{}' as "systemAccount", d.place || ' · ' || d.name as desk, s.name as station, r.details
  from audit_row r
    left join operator doer on doer.id = r.operator_id
    left join operator person on person.id = coalesce(case when r.subject_kind = 'operator' then r.subject_id::uuid end, r.operator_id)
    left join desk d on d.id = r.desk_id left join station s on s.id = r.station_id
    left join audit_opening account on account.row_id = r.id and account.field = 'systemAccount'
  where r.log = 'access' and ($4::bigint is null or r.position < $4)
    and r.at >= $1::date::timestamp at time zone $3 and r.at < ($2::date + 1)::timestamp at time zone $3
  order by r.position desc limit $5`;
