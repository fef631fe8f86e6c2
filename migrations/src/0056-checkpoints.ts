// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Blocks for which a time stamp was asked, and the tokens that came: what has no token yet waits for its next try. */
export class CreateCheckpoints1764250800056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table checkpoint (
        log text not null,
        number bigint not null,
        hash text not null,
        asked_at timestamptz not null,
        tries integer not null default 0,
        next_try_at timestamptz not null,
        token bytea,
        stamped_at timestamptz,
        constraint pk_checkpoint primary key (log, number),
        constraint ck_checkpoint_log check (log in ('acts', 'access')),
        constraint ck_checkpoint_stamped check ((token is null) = (stamped_at is null))
      )`);
    await runner.query('create index ix_checkpoint_waiting on checkpoint (next_try_at) where token is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table checkpoint');
  }
}
