// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How somebody comes to a password of their own: a code that is handed over, is good once and for a while, and of which only a keyed MAC is kept. Whoever is invited is disabled until it is used. */
export class CreateInvitations1764250800044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table invitation (
        id uuid not null,
        operator_id uuid not null,
        code_mac bytea not null,
        made_by uuid not null,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        ended_at timestamptz,
        constraint pk_invitation primary key (id),
        constraint uq_invitation_code unique (code_mac),
        constraint fk_invitation_operator foreign key (operator_id) references operator (id),
        constraint fk_invitation_made_by foreign key (made_by) references operator (id),
        constraint ck_invitation_end check (accepted_at is null or ended_at is null)
      )`);
    await runner.query('create unique index uq_invitation_open on invitation (operator_id) where accepted_at is null and ended_at is null');
    await runner.query('alter table operator add column is_invited boolean not null default false, add constraint ck_operator_invited check (not is_invited or disabled_at is not null)');
    await runner.query('create index ix_session_operator on session (operator_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_session_operator');
    await runner.query('alter table operator drop column is_invited');
    await runner.query('drop table invitation');
  }
}
