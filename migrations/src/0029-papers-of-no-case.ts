// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody in the queue is given a paper before there is a case. A form is always one's. */
export class AllowPapersOfNoCase1764250800029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table job
        alter column case_id drop not null,
        add constraint ck_job_case_of_codes check (case_id is not null or type = 'print-paper'),
        add constraint ck_job_case_of_form check (case_id is not null or paper is distinct from 'form')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from job where case_id is null');
    await runner.query('alter table job drop constraint ck_job_case_of_codes, drop constraint ck_job_case_of_form, alter column case_id set not null');
  }
}
