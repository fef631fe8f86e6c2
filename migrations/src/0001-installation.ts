// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this database is for: a real installation or a rehearsal. It keeps its kind from its first migration. */
export class CreateInstallation1763884800001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table installation (
        id smallint not null default 1,
        kind text not null,
        created_at timestamptz not null,
        constraint pk_installation primary key (id),
        constraint ck_installation_one_row check (id = 1),
        constraint ck_installation_kind check (kind in ('real', 'rehearsal'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table installation');
  }
}
