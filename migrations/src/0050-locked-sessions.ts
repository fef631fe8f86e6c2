// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a session was last used, when its person last proved who they are, whether it is locked, and whether it is good for enrolling a second factor only. */
export class LockSessions1764250800050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session add column used_at timestamptz, add column proved_at timestamptz, add column locked_at timestamptz,
        add column may_only_enrol boolean not null default false`);
    await runner.query('update session set used_at = created_at, proved_at = created_at');
    await runner.query('alter table session alter column used_at set not null, alter column proved_at set not null, alter column may_only_enrol drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session drop column may_only_enrol, drop column locked_at, drop column proved_at, drop column used_at');
  }
}
