// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words that no row may have as a name: what they call is a code, a secret, a person's data, or says more of an impediment than that it was declared. */
const NEVER = `array['pin', 'puk', 'cip', 'outerCode', 'password', 'secret', 'diagnosis', 'impediment', 'codiceFiscale', 'surname', 'birthDate', 'documentNumber']`;

/**
 * Each row says in which of the two logs it stands, as what its doer acted, about what beside a case, how an act ended, and what an administrative change changed.
 * Personal values are there as commitments; what opens them lies apart and can be erased. Rows of before say nothing of all this, and stay as they are.
 */
export class TellMoreInAuditRows1764250800040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_row
        add column log text not null default 'acts',
        add column roles text[],
        add column subject_kind text,
        add column subject_id text,
        add column outcome text,
        add column change jsonb,
        add column personal jsonb,
        add constraint ck_audit_row_log check (log in ('acts', 'access')),
        add constraint ck_audit_row_outcome check (outcome in ('done', 'refused', 'failed')),
        add constraint ck_audit_row_subject check ((subject_kind is null) = (subject_id is null)),
        add constraint ck_audit_row_no_code check (
          not (details ?| ${NEVER}) and not coalesce((change->'before') ?| ${NEVER}, false) and not coalesce((change->'after') ?| ${NEVER}, false)
        ) not valid`);
    await runner.query(`
      create table audit_opening (
        row_id uuid not null,
        field text not null,
        salt bytea not null,
        value jsonb not null,
        constraint pk_audit_opening primary key (row_id, field),
        constraint ck_audit_opening_salt check (octet_length(salt) = 32)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_opening');
    await runner.query(`
      alter table audit_row drop constraint ck_audit_row_no_code, drop column personal, drop column change, drop column outcome,
        drop column subject_id, drop column subject_kind, drop column roles, drop column log`);
  }
}
