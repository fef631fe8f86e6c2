// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people prove themselves with besides their password, and the resets that two administrators agree on. */
export class CreateSecondFactors1764250800048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table passkey (
        id uuid not null,
        operator_id uuid not null,
        credential_id text not null,
        public_key bytea not null,
        sign_count bigint not null,
        transports text[] not null,
        is_synced boolean not null,
        name text not null,
        created_at timestamptz not null,
        last_used_at timestamptz,
        constraint pk_passkey primary key (id),
        constraint uq_passkey_credential unique (credential_id),
        constraint fk_passkey_operator foreign key (operator_id) references operator (id)
      )`);
    await runner.query('create index ix_passkey_operator on passkey (operator_id)');
    await runner.query(`
      create table authenticator_app (
        id uuid not null,
        operator_id uuid not null,
        secret bytea not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        last_step bigint,
        constraint pk_authenticator_app primary key (id),
        constraint fk_authenticator_app_operator foreign key (operator_id) references operator (id),
        constraint ck_authenticator_app_confirmed check ((confirmed_at is null) = (last_step is null))
      )`);
    await runner.query('create unique index uq_authenticator_app_confirmed on authenticator_app (operator_id) where confirmed_at is not null');
    await runner.query('create unique index uq_authenticator_app_offered on authenticator_app (operator_id) where confirmed_at is null');
    await runner.query(`
      create table recovery_code (
        id uuid not null,
        operator_id uuid not null,
        code_mac bytea not null,
        made_at timestamptz not null,
        used_at timestamptz,
        constraint pk_recovery_code primary key (id),
        constraint uq_recovery_code_mac unique (operator_id, code_mac),
        constraint fk_recovery_code_operator foreign key (operator_id) references operator (id)
      )`);
    await runner.query(`
      create table factor_reset (
        id uuid not null,
        operator_id uuid not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        constraint pk_factor_reset primary key (id),
        constraint fk_factor_reset_operator foreign key (operator_id) references operator (id),
        constraint fk_factor_reset_asker foreign key (asked_by) references operator (id),
        constraint fk_factor_reset_confirmer foreign key (confirmed_by) references operator (id),
        constraint ck_factor_reset_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
        constraint ck_factor_reset_two_people check (confirmed_by <> asked_by and operator_id <> asked_by and confirmed_by <> operator_id)
      )`);
    await runner.query('create index ix_factor_reset_waiting on factor_reset (operator_id) where confirmed_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['factor_reset', 'recovery_code', 'authenticator_app', 'passkey']) await runner.query(`drop table ${table}`);
  }
}
