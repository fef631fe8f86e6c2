// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const EARLIER = `'form', 'receipt', 'self-declaration', 'delegation', 'leaflet', 'return-slip', 'what-to-bring', 'functional-check', 'sale-receipt', 'revocation-receipt'`;

/** Whoever comes to a desk without a report signs on paper that the card was stolen or lost. */
export class AddRevocationDeclarations1764250800074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table job drop constraint ck_job_paper, add constraint ck_job_paper check (paper in (${EARLIER}, 'revocation-declaration'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from job where paper = 'revocation-declaration'`);
    await runner.query(`alter table job drop constraint ck_job_paper, add constraint ck_job_paper check (paper in (${EARLIER}))`);
  }
}
