// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations are asked to do. The message lives only while its job does: it names the holder. */
export class CreateJobs1763884800011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job (
        id uuid not null,
        station_id uuid not null,
        case_id uuid not null,
        type text not null,
        state text not null,
        message jsonb,
        fence integer,
        insertion_id uuid,
        submitted_at timestamptz,
        outcome text,
        created_at timestamptz not null,
        ended_at timestamptz,
        constraint pk_job primary key (id),
        constraint fk_job_station foreign key (station_id) references station (id),
        constraint fk_job_case foreign key (case_id) references activation_case (id),
        constraint ck_job_type check (type in ('print-envelope', 'print-form', 'write-card')),
        constraint ck_job_state check (state in ('pending', 'completed', 'failed', 'cancelled')),
        constraint ck_job_message check ((state = 'pending') = (message is not null)),
        constraint ck_job_ended check ((state = 'pending') = (ended_at is null)),
        constraint ck_job_fence check ((type = 'write-card') = (fence is not null))
      )`);
    await runner.query(`create index ix_job_pending on job (station_id, id) where state = 'pending'`);
    await runner.query(`create unique index uq_job_pending_of_case on job (case_id, type) where state = 'pending'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job');
  }
}
