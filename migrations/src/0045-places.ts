// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a desk is, when it opens, and whether the public list has it; and the revision by which two administrators at once are noticed. */
export class AddPlaces1764250800045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table body add column revision integer not null default 1');
    await runner.query(`
      alter table desk
        add column revision integer not null default 1,
        add column street text,
        add column cap text,
        add column municipality text,
        add column province text,
        add column istat_code text,
        add column phone text,
        add column opening_hours jsonb not null default '[]',
        add column hours_notes text[] not null default '{}',
        add column is_listed boolean not null default false,
        add column closed_at timestamptz,
        add constraint ck_desk_address check (num_nulls(street, cap, municipality, province) in (0, 4) and (istat_code is null or street is not null)),
        add constraint ck_desk_cap check (cap ~ '^[0-9]{5}$'),
        add constraint ck_desk_province check (province ~ '^[A-Z]{2}$'),
        add constraint ck_desk_istat_code check (istat_code ~ '^[0-9]{6}$'),
        add constraint ck_desk_listed check (not is_listed or (street is not null and opening_hours <> '[]' and closed_at is null))`);
    await runner.query('create index ix_desk_listed on desk (municipality, name) where is_listed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk drop column closed_at, drop column is_listed, drop column hours_notes, drop column opening_hours, drop column phone, drop column istat_code,
        drop column province, drop column municipality, drop column cap, drop column street, drop column revision`);
    await runner.query('alter table body drop column revision');
  }
}
