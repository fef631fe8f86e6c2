// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles are asked for by one administrator and given by another; until then a person who was added has none. A revision tells two administrators over one person apart. */
export class CreateRoleChanges1764250800043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table role_change (
        id uuid not null,
        operator_id uuid not null,
        state text not null,
        roles_before text[] not null,
        roles text[] not null,
        reason text not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        constraint pk_role_change primary key (id),
        constraint fk_role_change_operator foreign key (operator_id) references operator (id),
        constraint fk_role_change_asked_by foreign key (asked_by) references operator (id),
        constraint fk_role_change_decided_by foreign key (decided_by) references operator (id),
        constraint ck_role_change_state check (state in ('asked', 'confirmed', 'refused', 'expired', 'withdrawn')),
        constraint ck_role_change_roles check (roles <@ array['operator', 'supervisor', 'help-desk', 'administrator'] and cardinality(roles) > 0),
        constraint ck_role_change_decided check ((state = 'asked') = (decided_at is null)),
        constraint ck_role_change_two_people check (state <> 'confirmed' or (decided_by is not null and decided_by <> asked_by and decided_by <> operator_id))
      )`);
    await runner.query(`create unique index uq_role_change_asked on role_change (operator_id) where state = 'asked'`);
    await runner.query('create index ix_role_change_operator on role_change (operator_id, decided_at)');
    await runner.query(`
      alter table operator add column revision integer not null default 0,
        drop constraint ck_operator_roles,
        add constraint ck_operator_roles check (roles <@ array['operator', 'supervisor', 'help-desk', 'administrator'])`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Whoever waits for roles is disabled: the one that may least fills the place.
    await runner.query(`update operator set roles = array['help-desk'] where cardinality(roles) = 0`);
    await runner.query(`
      alter table operator drop column revision,
        drop constraint ck_operator_roles,
        add constraint ck_operator_roles check (roles <@ array['operator', 'supervisor', 'help-desk', 'administrator'] and cardinality(roles) > 0)`);
    await runner.query('drop table role_change');
  }
}
