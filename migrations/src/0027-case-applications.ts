// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PAPERS = `'applicant-identity-document', 'delegation', 'holder-document-copy', 'appointment-decree', 'emancipation-title', 'other-parent-agreement', 'minor-consent', 'court-paper'`;
const DECLARATIONS = `'parental-responsibility', 'guardianship', 'curatorship', 'support-administration', 'emancipation', 'loss-of-codes'`;

/** Who came for the holder and with which card, and what was put on the counter: one application for each identified case, with its papers and signed declarations, and the signed paper that came back. */
export class CreateCaseApplications1764250800027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_application (
        case_id uuid not null,
        quality text not null,
        card_state text,
        card_id_carta text,
        card_codice_fiscale text,
        card_absent_reason text,
        card_absent_note text,
        decree jsonb,
        delegation jsonb,
        emancipation_title text,
        warnings text[] not null,
        constraint pk_case_application primary key (case_id),
        constraint fk_case_application_case foreign key (case_id) references activation_case (id),
        constraint ck_case_application_quality check (quality in ('holder', 'parent', 'guardian', 'curator', 'support-administrator', 'delegate')),
        constraint ck_case_application_card_state check (card_state in ('presented', 'seen', 'absent')),
        constraint ck_case_application_absent check (card_absent_reason is null or card_state = 'absent'),
        constraint ck_case_application_absent_reason check (card_absent_reason in ('forgotten', 'not-issued', 'lost', 'expired', 'foreigner'))
      )`);
    await runner.query(`
      create table case_paper (
        case_id uuid not null,
        paper text not null,
        handling text not null,
        at timestamptz not null,
        constraint pk_case_paper primary key (case_id, paper),
        constraint fk_case_paper_case foreign key (case_id) references activation_case (id),
        constraint ck_case_paper_paper check (paper in (${PAPERS})),
        constraint ck_case_paper_handling check (handling in ('seen', 'kept'))
      )`);
    await runner.query(`
      create table case_declaration (
        case_id uuid not null,
        declaration text not null,
        at timestamptz not null,
        constraint pk_case_declaration primary key (case_id, declaration),
        constraint fk_case_declaration_case foreign key (case_id) references activation_case (id),
        constraint ck_case_declaration_declaration check (declaration in (${DECLARATIONS}))
      )`);
    await runner.query(`
      create table filed_paper (
        case_id uuid not null,
        paper text not null,
        at timestamptz not null,
        filed_by uuid not null,
        constraint pk_filed_paper primary key (case_id, paper),
        constraint fk_filed_paper_case foreign key (case_id) references activation_case (id),
        constraint fk_filed_paper_filed_by foreign key (filed_by) references operator (id),
        constraint ck_filed_paper_paper check (paper in ('form', 'self-declaration', 'delegation'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table filed_paper');
    await runner.query('drop table case_declaration');
    await runner.query('drop table case_paper');
    await runner.query('drop table case_application');
  }
}
