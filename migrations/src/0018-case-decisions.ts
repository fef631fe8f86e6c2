// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What supervisors decided on cases that could not go on by themselves, each with its reason; and how many writes a case may begin before it needs such a decision. */
export class CreateCaseDecisions1764250800018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_decision (
        id uuid not null,
        case_id uuid not null,
        operator_id uuid not null,
        decision text not null,
        reason text not null,
        follow_up text,
        at timestamptz not null,
        constraint pk_case_decision primary key (id),
        constraint fk_case_decision_case foreign key (case_id) references activation_case (id),
        constraint fk_case_decision_operator foreign key (operator_id) references operator (id),
        constraint ck_case_decision_decision check (decision in ('resume-writing', 'new-codes', 'close-as-lost')),
        constraint ck_case_decision_follow_up check (follow_up is null or (follow_up in ('revocation') and decision = 'close-as-lost'))
      )`);
    await runner.query('create index ix_case_decision_case on case_decision (case_id, at)');
    await runner.query('alter table activation_case add column fence_limit integer not null default 5');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table activation_case drop column fence_limit');
    await runner.query('drop table case_decision');
  }
}
