// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The files of cases, encrypted, each under a key of its own that stands beside it, wrapped. A row stays for good: of a file that was taken back, or whose term is
 * over, it still says who added it and when, and holds no byte.
 */
export class CreateEvidenceFiles1764250800030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence_file (
        id uuid not null,
        case_id uuid not null,
        paper text not null,
        type text not null,
        pages integer not null,
        size integer not null,
        key_version integer,
        wrapped_key bytea,
        content bytea,
        thumbnail bytea,
        added_by uuid not null,
        added_at timestamptz not null,
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        withdrawal_reason text,
        erased_at timestamptz,
        constraint pk_evidence_file primary key (id),
        constraint fk_evidence_file_case foreign key (case_id) references activation_case (id),
        constraint fk_evidence_file_added_by foreign key (added_by) references operator (id),
        constraint fk_evidence_file_withdrawn_by foreign key (withdrawn_by) references operator (id),
        constraint ck_evidence_file_paper check (
          paper in ('applicant-identity-document', 'delegation', 'holder-document-copy', 'appointment-decree', 'emancipation-title', 'other-parent-agreement', 'minor-consent', 'court-paper', 'signed-form')),
        constraint ck_evidence_file_type check (type in ('pdf', 'jpeg', 'png')),
        constraint ck_evidence_file_pages check (pages > 0 and size > 0),
        constraint ck_evidence_file_withdrawal check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null)),
        constraint ck_evidence_file_reason check (withdrawal_reason in ('wrong-paper', 'another-person', 'unreadable', 'added-twice')),
        constraint ck_evidence_file_one_end check (withdrawn_at is null or erased_at is null),
        constraint ck_evidence_file_bytes check (
          (withdrawn_at is null and erased_at is null) = (content is not null)
          and (content is null) = (thumbnail is null) and (content is null) = (wrapped_key is null) and (content is null) = (key_version is null))
      )`);
    // Encrypted bytes do not compress: they are stored as they are.
    await runner.query('alter table evidence_file alter column content set storage external, alter column thumbnail set storage external');
    await runner.query('create index ix_evidence_file_case on evidence_file (case_id, added_at)');
    await runner.query('create index ix_evidence_file_kept on evidence_file (paper, key_version) where content is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evidence_file');
  }
}
