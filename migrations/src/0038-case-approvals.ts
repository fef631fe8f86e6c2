// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for a supervisor's approval: who asked, until when, who decided, where they signed, and in which words. One waits for a case at a time. */
export class CreateCaseApprovals1764250800038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_approval (
        id uuid not null,
        case_id uuid not null,
        state text not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        deferred_at timestamptz,
        decided_by uuid,
        decided_at timestamptz,
        signed_at text,
        reason text,
        valid_through date,
        constraint pk_case_approval primary key (id),
        constraint fk_case_approval_case foreign key (case_id) references activation_case (id),
        constraint fk_case_approval_asker foreign key (asked_by) references operator (id),
        constraint fk_case_approval_decider foreign key (decided_by) references operator (id),
        constraint ck_case_approval_state check (state in ('waiting', 'approved', 'refused', 'expired', 'withdrawn')),
        constraint ck_case_approval_signed_at check (signed_at in ('own-page', 'operators-desk')),
        constraint ck_case_approval_decided check ((decided_by is not null) = (state in ('approved', 'refused')) and (decided_by is null) = (decided_at is null) and (decided_by is null) = (signed_at is null)),
        constraint ck_case_approval_two_people check (decided_by <> asked_by),
        constraint ck_case_approval_reason check (case when state = 'refused' then reason is not null else reason is null or state = 'approved' end),
        constraint ck_case_approval_valid check ((valid_through is not null) = (state = 'approved'))
      )`);
    await runner.query(`create unique index uq_case_approval_waiting on case_approval (case_id) where state = 'waiting'`);
    await runner.query(`create index ix_case_approval_due on case_approval (expires_at) where state = 'waiting'`);
    await runner.query('create index ix_case_approval_case on case_approval (case_id, asked_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_approval');
  }
}
