// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session is at one desk, whatever desks its person may serve, and says by which means it was opened. */
export class PlaceSessionAtDesk1764250800039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session add column desk_id uuid, add column means text');
    await runner.query(`update session s set desk_id = o.desk_id, means = 'password' from operator o where o.id = s.operator_id`);
    await runner.query(`
      alter table session alter column desk_id set not null, alter column means set not null,
        add constraint fk_session_desk foreign key (desk_id) references desk (id),
        add constraint ck_session_means check (means in ('password', 'password+totp', 'password+passkey', 'password+recovery-code', 'passkey', 'spid', 'cie', 'single-sign-on'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table session drop column means, drop column desk_id');
  }
}
