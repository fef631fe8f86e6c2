// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The chip's own signature that an activation happened, with the certificate that it was checked with; an invalid one is kept too. */
export class CreateProofs1763884800013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table proof (
        intent_id uuid not null,
        case_id uuid not null,
        job_id uuid not null,
        is_valid boolean not null,
        finding text not null,
        signature bytea not null,
        certificate bytea not null,
        figures jsonb not null,
        at timestamptz not null,
        constraint pk_proof primary key (intent_id),
        constraint fk_proof_intent foreign key (intent_id) references intent (id),
        constraint fk_proof_case foreign key (case_id) references activation_case (id),
        constraint fk_proof_job foreign key (job_id) references job (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table proof');
  }
}
