// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const EARLIER = `'form', 'receipt', 'self-declaration', 'delegation', 'leaflet', 'return-slip', 'what-to-bring', 'functional-check', 'sale-receipt'`;

/** Whoever asks for a revocation at a desk takes its number along on paper. */
export class AddRevocationReceipts1764250800064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table job drop constraint ck_job_paper, add constraint ck_job_paper check (paper in (${EARLIER}, 'revocation-receipt'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from job where paper = 'revocation-receipt'`);
    await runner.query(`alter table job drop constraint ck_job_paper, add constraint ck_job_paper check (paper in (${EARLIER}))`);
  }
}
