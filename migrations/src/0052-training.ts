// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Operators in training: since when, by whom they were enabled, and who stands beside them meanwhile. Whoever worked here before was never in training. A tutorship
 * belongs to one session, which is gone when the tutorship is still told of: hence no reference to it.
 */
export class AddTraining1764250800052 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table operator
        add column training_since timestamptz,
        add column enabled_at timestamptz,
        add column enabled_by uuid,
        add column enabled_beside uuid,
        add column enabling_reason text,
        add constraint fk_operator_enabled_by foreign key (enabled_by) references operator (id),
        add constraint fk_operator_enabled_beside foreign key (enabled_beside) references operator (id),
        add constraint ck_operator_enabled check ((enabled_at is null) = (enabled_by is null) and (enabled_at is null or training_since is not null)),
        add constraint ck_operator_enabled_by_another check (enabled_by <> id and enabled_beside <> id and enabled_beside <> enabled_by),
        add constraint ck_operator_enabled_beside check ((enabled_beside is null) = (enabling_reason is null) and (enabled_beside is null or enabled_at is not null))`);
    await runner.query(`
      create table tutorship (
        id uuid not null,
        session_id uuid not null,
        desk_id uuid not null,
        trainee_id uuid not null,
        tutor_id uuid not null,
        began_at timestamptz not null,
        until timestamptz not null,
        ended_at timestamptz,
        constraint pk_tutorship primary key (id),
        constraint fk_tutorship_desk foreign key (desk_id) references desk (id),
        constraint fk_tutorship_trainee foreign key (trainee_id) references operator (id),
        constraint fk_tutorship_tutor foreign key (tutor_id) references operator (id),
        constraint ck_tutorship_two_people check (tutor_id <> trainee_id)
      )`);
    await runner.query('create unique index uq_tutorship_of_session on tutorship (session_id) where ended_at is null');
    await runner.query('create index ix_tutorship_tutor on tutorship (tutor_id) where ended_at is null');
    // What drills somebody has done is read from the cases that they opened and handed over.
    await runner.query(`create index ix_activation_case_delivered_of_operator on activation_case (opened_by) where state = 'delivered'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_activation_case_delivered_of_operator');
    await runner.query('drop table tutorship');
    await runner.query(`
      alter table operator
        drop column enabling_reason, drop column enabled_beside, drop column enabled_by, drop column enabled_at, drop column training_since`);
  }
}
