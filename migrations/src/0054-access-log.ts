// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of administrators' accesses is read by itself, newest first, and is a small part of the table. */
export class IndexAccessLog1764250800054 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_audit_row_access on audit_row (position) where log = 'access'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_audit_row_access');
  }
}
