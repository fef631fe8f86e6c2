// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Any paper may be ordered from a station, and not only the form. A form that still waits when the change comes is called off: its message is of the old shape,
 * which no station understands any longer; its desk prints it again. One form of a case waits at a time, as before; of other papers as many as were ordered.
 */
export class AddPaperJobs1764250800028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update job set state = 'cancelled', message = null, ended_at = now() where type = 'print-form' and state = 'pending'`);
    await runner.query('drop index uq_job_pending_of_case');
    await runner.query(`
      alter table job
        drop constraint ck_job_type,
        add column paper text`);
    await runner.query(`update job set type = 'print-paper', paper = 'form' where type = 'print-form'`);
    await runner.query(`
      alter table job
        add constraint ck_job_type check (type in ('print-envelope', 'print-paper', 'write-card')),
        add constraint ck_job_paper check (paper in ('form', 'receipt', 'self-declaration', 'delegation', 'leaflet', 'return-slip', 'what-to-bring', 'functional-check', 'sale-receipt')),
        add constraint ck_job_paper_printed check ((type = 'print-paper') = (paper is not null))`);
    await runner.query(`create unique index uq_job_pending_of_case on job (case_id, type) where state = 'pending' and (paper is null or paper = 'form')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index uq_job_pending_of_case');
    await runner.query(`delete from job where type = 'print-paper' and paper <> 'form'`);
    await runner.query(`update job set state = 'cancelled', message = null, ended_at = now() where type = 'print-paper' and state = 'pending'`);
    await runner.query(`
      alter table job
        drop constraint ck_job_type,
        drop constraint ck_job_paper_printed,
        drop column paper`);
    await runner.query(`update job set type = 'print-form' where type = 'print-paper'`);
    await runner.query(`
      alter table job add constraint ck_job_type check (type in ('print-envelope', 'print-form', 'write-card'))`);
    await runner.query(`create unique index uq_job_pending_of_case on job (case_id, type) where state = 'pending'`);
  }
}
