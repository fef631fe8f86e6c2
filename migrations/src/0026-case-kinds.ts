// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every kind of case that may come to the desk, and what a case is for. */
export class AddCaseKinds1764250800026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activation_case
        drop constraint ck_activation_case_kind,
        add column purpose text not null default 'activation',
        add column duplicate_reason text,
        add constraint ck_activation_case_kind check (kind in ('holder', 'parent-of-minor', 'guardian-of-minor', 'guardian-of-ward', 'curator-of-ward', 'support-administrator', 'emancipated-minor', 'health-delegate')),
        add constraint ck_activation_case_purpose check (purpose in ('activation', 'duplicate')),
        add constraint ck_activation_case_duplicate_reason check (duplicate_reason in ('pin-lost', 'puk-lost', 'envelope-lost', 'pin-blocked', 'cip-lost')),
        add constraint ck_activation_case_duplicate check ((purpose = 'duplicate') = (duplicate_reason is not null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activation_case
        drop constraint ck_activation_case_kind,
        drop constraint ck_activation_case_purpose,
        drop constraint ck_activation_case_duplicate,
        drop column duplicate_reason,
        drop column purpose,
        add constraint ck_activation_case_kind check (kind in ('holder'))`);
  }
}
