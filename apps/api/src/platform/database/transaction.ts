// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../audit/audit-entry';
import { AuditNotWritten } from '../audit/audit-not-written';
import { auditToWrite, type OpeningToWrite, type RowToWrite } from '../audit/audit-row';
import type { Notice } from '../events/notice';
import { NOTICE_CHANNEL } from '../events/notice';
import type { Randomness } from '../ports/randomness';
import { type PreparedStatement, queryPrepared } from './prepared-statement';

/** A class of intention-named queries over the rows of one transaction. */
export type RepositoryClass<Repository> = new (rows: EntityManager) => Repository;

/** What an act answered, under the key by which it may be asked again. */
export interface AnswerToKeep {
  readonly operatorId: string;
  readonly key: string;
  readonly answer: object;
}

/** One database transaction: the only place where repositories come from. Audit rows, notices and the answer gather here and are written with the commit. */
export class Transaction {
  private readonly entries: AuditEntry[] = [];
  private readonly notices = new Set<string>();
  private answer: AnswerToKeep | undefined;
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

  /** Keeps the answer under the key that the act has claimed. */
  keep(answer: AnswerToKeep): void {
    this.answer = answer;
  }

  /** Writes what gathered, in one round trip. The unit of work calls it before it commits. Answers whether there are rows for the log. @throws AuditNotWritten */
  async flush(): Promise<boolean> {
    const hasRows = this.entries.length > 0;
    if (!hasRows && this.notices.size === 0 && !this.answer) return false;
    const { rows, openings } = auditToWrite(this.entries, this.now, this.randomness);
    try {
      await this.write(rows, openings);
    } catch (error) {
      if (hasRows) throw new AuditNotWritten(this.entries.map(({ act }) => act), error);
      throw error;
    }
    return hasRows;
  }

  private async write(rows: readonly RowToWrite[], openings: readonly OpeningToWrite[]): Promise<void> {
    const { operatorId = null, key = null, answer = null } = this.answer ?? {};
    const besides = [NOTICE_CHANNEL, [...this.notices], operatorId, key, answer];
    const [row, ...others] = rows;
    if (row && others.length === 0 && openings.length === 0) await queryPrepared(this.rows, FLUSH_ONE, [...besides, ...COLUMNS.map(([column]) => row[column])]);
    else await queryPrepared(this.rows, FLUSH, [...besides, JSON.stringify(rows), JSON.stringify(openings)]);
  }
}

/** SQL: whether the person whom an entry is about, else who acts, has the role at this moment. */
const IS_ADMINISTRATOR = `exists (select from operator person
      where person.id = coalesce(case when entry.subject_kind = 'operator' then entry.subject_id::uuid end, entry.operator_id) and 'administrator' = any(person.roles))`;

/** What an entry brings to its row, with the types that PostgreSQL is told. */
const COLUMNS = [
  ['id', 'uuid'],
  ['at', 'timestamptz'],
  ['log', 'text'],
  ['act', 'text'],
  ['outcome', 'text'],
  ['actor', 'text'],
  ['operator_id', 'uuid'],
  ['station_id', 'uuid'],
  ['desk_id', 'uuid'],
  ['case_id', 'uuid'],
  ['subject_kind', 'text'],
  ['subject_id', 'text'],
  ['request_id', 'text'],
  ['details', 'jsonb'],
  ['change', 'jsonb'],
  ['personal', 'jsonb'],
] as const;

const NAMES = COLUMNS.map(([column]) => column).join(', ');

/** SQL: one row for each entry of `source`, with the roles that whoever acts has at this moment. */
const insertFrom = (source: string): string => `
    insert into audit_row (${NAMES}, roles)
    select ${NAMES.replace('log', `case when log <> 'by-role' then log when ${IS_ADMINISTRATOR} then 'access' else 'acts' end`)},
           (select o.roles from operator o where o.id = entry.operator_id)
    from ${source}`;

const KEEP_ANSWER = 'update idempotency_key set answer = $5::jsonb where operator_id = $3::uuid and key = $4';

const NOTIFY = 'select pg_notify($1, notice) from unnest($2::text[]) as notice';

/** The parameters before it are those of the answer and the notices. */
const FIRST_OF_ROW = 6;

/** Most transactions write one row that commits to nothing: told value by value, it costs PostgreSQL a third less than out of a document. */
const FLUSH_ONE: PreparedStatement = {
  name: 'flush-one',
  text: `
  with audited as (${insertFrom(`(values (${COLUMNS.map(([, type], index) => `$${index + FIRST_OF_ROW}::${type}`).join(', ')})) as entry (${NAMES})`)}
  ), kept as (
    ${KEEP_ANSWER}
  )
  ${NOTIFY}`,
};

const FLUSH: PreparedStatement = {
  name: 'flush',
  text: `
  with audited as (${insertFrom(`jsonb_to_recordset($6::jsonb) as entry (${COLUMNS.map((column) => column.join(' ')).join(', ')})`)}
  ), opened as (
    insert into audit_opening (row_id, field, salt, value)
    select row_id, field, decode(salt, 'hex'), value from jsonb_to_recordset($7::jsonb) as opening (row_id uuid, field text, salt text, value jsonb)
  ), kept as (
    ${KEEP_ANSWER}
  )
  ${NOTIFY}`,
};
