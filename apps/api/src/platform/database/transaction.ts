// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../audit/audit-entry';
import { AuditNotWritten } from '../audit/audit-not-written';
import { auditToWrite } from '../audit/audit-row';
import type { Notice } from '../events/notice';
import { NOTICE_CHANNEL } from '../events/notice';
import type { Randomness } from '../ports/randomness';

/** A class of intention-named queries over the rows of one transaction. */
export type RepositoryClass<Repository> = new (rows: EntityManager) => Repository;

/** One database transaction: the only place where repositories come from. Audit rows and notices gather here and are written with the commit. */
export class Transaction {
  private readonly entries: AuditEntry[] = [];
  private readonly notices = new Set<string>();
  private readonly repositories = new Map<unknown, unknown>();

  constructor(
    private readonly rows: EntityManager,
    private readonly randomness: Randomness,
    /** The instant of the act: one for all that it writes. */
    readonly now: Date,
  ) {}

  repository<Repository>(type: RepositoryClass<Repository>): Repository {
    const known = this.repositories.get(type) ?? new type(this.rows);
    this.repositories.set(type, known);
    return known as Repository;
  }

  newId(): string {
    return this.randomness.id();
  }

  newBytes(length: number): Uint8Array {
    return this.randomness.bytes(length);
  }

  audit(entry: AuditEntry): void {
    this.entries.push(entry);
  }

  notify(notice: Notice): void {
    this.notices.add(JSON.stringify(notice));
  }

  /** Writes what gathered, in one round trip. The unit of work calls it before it commits. Answers whether there are rows for the log. @throws AuditNotWritten */
  async flush(): Promise<boolean> {
    const hasRows = this.entries.length > 0;
    if (!hasRows && this.notices.size === 0) return false;
    const { rows, openings } = auditToWrite(this.entries, this.now, this.randomness);
    try {
      await this.rows.query(FLUSH, [JSON.stringify(rows), JSON.stringify(openings), NOTICE_CHANNEL, [...this.notices]]);
    } catch (error) {
      if (hasRows) throw new AuditNotWritten(this.entries.map(({ act }) => act), error);
      throw error;
    }
    return hasRows;
  }
}

/** SQL: whether the person whom an entry is about, else who acts, has the role at this moment. */
const IS_ADMINISTRATOR = `exists (select from operator person
      where person.id = coalesce(case when entry.subject_kind = 'operator' then entry.subject_id::uuid end, entry.operator_id) and 'administrator' = any(person.roles))`;

const FLUSH = `
  with audited as (
    insert into audit_row (id, at, log, act, outcome, actor, operator_id, roles, station_id, desk_id, case_id, subject_kind, subject_id, request_id, details, change, personal)
    select id, at, case when log <> 'by-role' then log when ${IS_ADMINISTRATOR} then 'access' else 'acts' end, act, outcome, actor, operator_id, (select o.roles from operator o where o.id = entry.operator_id),
           station_id, desk_id, case_id, subject_kind, subject_id, request_id, details, change, personal
    from jsonb_to_recordset($1::jsonb) as entry
      (id uuid, at timestamptz, log text, act text, outcome text, actor text, operator_id uuid, station_id uuid, desk_id uuid, case_id uuid,
       subject_kind text, subject_id text, request_id text, details jsonb, change jsonb, personal jsonb)
  ), opened as (
    insert into audit_opening (row_id, field, salt, value)
    select row_id, field, decode(salt, 'hex'), value from jsonb_to_recordset($2::jsonb) as opening (row_id uuid, field text, salt text, value jsonb)
  )
  select pg_notify($3, notice) from unnest($4::text[]) as notice`;
