// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts to sign in, by keyed MACs of account and source: people type passwords into the field for the name, so the name is not kept. */
export class CreateSignInAttempts1763884800005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in_attempt (
        id uuid not null,
        account_mac bytea not null,
        source_mac bytea not null,
        succeeded boolean not null,
        at timestamptz not null,
        constraint pk_sign_in_attempt primary key (id)
      )`);
    await runner.query('create index ix_sign_in_attempt_account on sign_in_attempt (account_mac, at)');
    await runner.query('create index ix_sign_in_attempt_source on sign_in_attempt (source_mac, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_attempt');
  }
}
