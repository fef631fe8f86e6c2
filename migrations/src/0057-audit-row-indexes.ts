// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = [
  'ix_audit_row_at on audit_row (at, position)',
  'ix_audit_row_act on audit_row (act, at, position)',
  'ix_audit_row_desk on audit_row (desk_id, at, position) where desk_id is not null',
  'ix_audit_row_operator on audit_row (operator_id, at, position) where operator_id is not null',
  'ix_audit_row_subject on audit_row (subject_kind, subject_id, at, position) where subject_id is not null',
] as const;

/** The log is read by time, newest first: all of it, one sort of act, a desk, a person, or what it is about. */
export class IndexAuditRows1764250800057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await runner.query(`create index ${index}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await runner.query(`drop index ${index.slice(0, index.indexOf(' '))}`);
  }
}
