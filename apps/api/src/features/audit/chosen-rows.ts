// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LogRowsQuery } from '@sportello/contracts';
import { actsOf, type ActFamily, type AuditedAct, AUDITED_ACTS, DESK_ZONE } from '@sportello/domain';
import { withinReachSql } from '../../platform/access/reach';
import type { LogReach } from './log-reach';

/** SQL conditions over `audit_row r` with their values, in order. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly texts: string[] = [];

  get sql(): string {
    return this.texts.join(' and ');
  }

  parameter(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(text: string): void {
    this.texts.push(text);
  }
}

/** The rows that somebody may read at all, in either log. A row without a desk is the installation's, and for administrators. */
export function rowsWithin({ isWhole, deskId, bodyId }: LogReach): Conditions {
  const where = new Conditions();
  where.add(isWhole ? 'true' : withinReachSql('r.desk_id', where.parameter(deskId), `${where.parameter(bodyId)}::uuid`));
  return where;
}

/** Of those, the rows that they asked for. */
export function chosenRows(reach: LogReach, query: LogRowsQuery): Conditions {
  const where = rowsWithin(reach);
  where.add(`r.log = ${where.parameter(query.log)}`);
  if (query.from) where.add(`r.at >= ${where.parameter(query.from)}::date::timestamp at time zone '${DESK_ZONE}'`);
  if (query.to) where.add(`r.at < (${where.parameter(query.to)}::date + 1)::timestamp at time zone '${DESK_ZONE}'`);
  if (query.act) where.add(`r.act = any(${where.parameter(actsNamed(query.act))}::text[])`);
  const equal = { outcome: query.outcome, operator_id: query.operatorId, desk_id: query.deskId, station_id: query.stationId, case_id: query.caseId, subject_kind: query.subjectKind, subject_id: query.subjectId };
  for (const [column, value] of Object.entries(equal)) if (value !== undefined) where.add(`r.${column} = ${where.parameter(value)}`);
  if (query.after) where.add(`(r.at, r.position) < (select l.at, l.position from audit_row l where l.id = ${where.parameter(query.after)})`);
  return where;
}

function actsNamed(name: AuditedAct | ActFamily): readonly AuditedAct[] {
  const act = AUDITED_ACTS.find((each) => each === name);
  return act ? [act] : actsOf(name as ActFamily);
}
