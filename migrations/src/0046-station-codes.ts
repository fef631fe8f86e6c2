// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The code that a station shows to the browsers beside it, kept as a keyed MAC; and why one was revoked. The name of a revoked station is free for the one that takes its place. */
export class AddStationCodes1764250800046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table station
        add column revision integer not null default 1,
        add column code_mac bytea,
        add column revoked_because text,
        add constraint ck_station_revoked check (revoked_because is null or revoked_at is not null),
        add constraint ck_station_revoked_because check (revoked_because in ('lost', 'replaced', 'dismissed'))`);
    await runner.query('alter table station drop constraint uq_station_name');
    await runner.query('create unique index uq_station_name on station (desk_id, name) where revoked_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    // Those whose name another has taken since keep it with their id behind it.
    await runner.query(`
      update station s set name = s.name || ' ' || s.id where s.revoked_at is not null
        and exists (select from station other where other.desk_id = s.desk_id and other.name = s.name and other.id <> s.id)`);
    await runner.query('drop index uq_station_name');
    await runner.query('alter table station add constraint uq_station_name unique (desk_id, name)');
    await runner.query('alter table station drop column revoked_because, drop column code_mac, drop column revision');
  }
}
