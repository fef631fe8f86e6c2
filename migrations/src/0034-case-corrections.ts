// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** *Rettifica*: a recorded datum is never edited; what it should have been stands beside it, with who says so, when and why. */
export class CreateCaseCorrections1764250800034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_correction (
        id uuid not null,
        case_id uuid not null,
        field text not null,
        value text,
        reason text not null,
        corrected_by uuid not null,
        at timestamptz not null,
        constraint pk_case_correction primary key (id),
        constraint fk_case_correction_case foreign key (case_id) references activation_case (id),
        constraint fk_case_correction_corrected_by foreign key (corrected_by) references operator (id),
        constraint ck_case_correction_field check (
          field in ('document-type', 'document-number', 'document-issuer', 'document-issued-on', 'document-expires-on', 'person-surname', 'person-name', 'person-birth-date', 'person-codice-fiscale')),
        constraint ck_case_correction_value check (value is not null or field in ('document-expires-on', 'person-codice-fiscale'))
      )`);
    await runner.query('create index ix_case_correction_case on case_correction (case_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table case_correction');
  }
}
