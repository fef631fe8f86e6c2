// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit rows, each written in the transaction of the act that it tells. Rows are added and read, nothing else: the application's role has no other right on
 * this table, and whoever owns it is stopped by the triggers.
 */
export class CreateAuditRows1763884800015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_row (
        id uuid not null,
        position bigint generated always as identity,
        at timestamptz not null,
        act text not null,
        actor text not null,
        operator_id uuid,
        station_id uuid,
        desk_id uuid,
        case_id uuid,
        request_id text,
        details jsonb not null,
        constraint pk_audit_row primary key (id),
        constraint uq_audit_row_position unique (position),
        constraint ck_audit_row_actor check (actor in ('operator', 'station', 'installation', 'nobody')),
        constraint ck_audit_row_operator check ((actor = 'operator') = (operator_id is not null)),
        constraint ck_audit_row_station check (actor <> 'station' or station_id is not null)
      )`);
    await runner.query('create index ix_audit_row_case on audit_row (case_id, position) where case_id is not null');
    await runner.query(`
      create function refuse_change_of_audit_row() returns trigger language plpgsql as $$
      begin
        raise exception 'audit rows are never changed or removed';
      end $$`);
    await runner.query(`
      create trigger tr_audit_row_unchanged before update or delete on audit_row
        for each statement execute function refuse_change_of_audit_row()`);
    await runner.query(`
      create trigger tr_audit_row_not_truncated before truncate on audit_row
        for each statement execute function refuse_change_of_audit_row()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_row');
    await runner.query('drop function refuse_change_of_audit_row()');
  }
}
