// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import type { AuditEntry } from '../audit/audit-entry';
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

  /** Writes what gathered, in one round trip. The unit of work calls it before it commits. */
  async flush(): Promise<void> {
    if (this.entries.length === 0 && this.notices.size === 0) return;
    await this.rows.query(FLUSH, [JSON.stringify(this.entries.map((entry) => this.auditRowOf(entry))), NOTICE_CHANNEL, [...this.notices]]);
  }

  private auditRowOf({ actor, details, ...entry }: AuditEntry): Readonly<Record<string, unknown>> {
    return {
      id: this.newId(),
      at: this.now.toISOString(),
      act: entry.act,
      actor: actor.kind,
      operator_id: actor.kind === 'operator' ? actor.operatorId : null,
      station_id: actor.kind === 'station' ? actor.stationId : (entry.stationId ?? (actor.kind === 'operator' ? actor.stationId : undefined) ?? null),
      desk_id: entry.deskId ?? null,
      case_id: entry.caseId ?? null,
      request_id: entry.requestId,
      details: details ?? {},
    };
  }
}

const FLUSH = `
  with audited as (
    insert into audit_row (id, at, act, actor, operator_id, station_id, desk_id, case_id, request_id, details)
    select id, at, act, actor, operator_id, station_id, desk_id, case_id, request_id, details
    from jsonb_to_recordset($1::jsonb) as entry
      (id uuid, at timestamptz, act text, actor text, operator_id uuid, station_id uuid, desk_id uuid, case_id uuid, request_id text, details jsonb)
  )
  select pg_notify($2, notice) from unnest($3::text[]) as notice`;
