// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works at the desks, and their sessions: the token itself is nowhere, only its hash. */
export class CreateOperatorsAndSessions1763884800004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table operator (
        id uuid not null,
        desk_id uuid not null,
        username text not null,
        password_hash text not null,
        display_name text not null,
        codice_fiscale text,
        roles text[] not null,
        created_at timestamptz not null,
        disabled_at timestamptz,
        constraint pk_operator primary key (id),
        constraint uq_operator_username unique (username),
        constraint fk_operator_desk foreign key (desk_id) references desk (id),
        constraint ck_operator_username check (username = lower(username)),
        constraint ck_operator_roles check (roles <@ array['operator', 'supervisor', 'help-desk', 'administrator'] and cardinality(roles) > 0)
      )`);
    await runner.query(`
      create table session (
        id uuid not null,
        operator_id uuid not null,
        token_hash bytea not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint pk_session primary key (id),
        constraint uq_session_token unique (token_hash),
        constraint fk_session_operator foreign key (operator_id) references operator (id)
      )`);
    await runner.query('create index ix_session_expires on session (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session');
    await runner.query('drop table operator');
  }
}
