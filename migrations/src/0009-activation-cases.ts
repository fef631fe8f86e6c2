// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cases, and the evidence of who was identified by which document. A card has one open case at a time, whatever the desk. */
export class CreateActivationCases1763884800009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activation_case (
        id uuid not null,
        desk_id uuid not null,
        year integer not null,
        number integer not null,
        kind text not null,
        mode text not null,
        state text not null,
        revision integer not null,
        id_carta text not null,
        card_type text,
        initials text not null,
        holder jsonb,
        certificate bytea,
        receipt_number text,
        fence integer not null default 0,
        obstacle_code text,
        obstacle_details jsonb,
        stopped_at timestamptz,
        refusal_code text,
        refusal_note text,
        opened_by uuid not null,
        opened_at timestamptz not null,
        changed_at timestamptz not null,
        constraint pk_activation_case primary key (id),
        constraint uq_activation_case_number unique (desk_id, year, number),
        constraint fk_activation_case_desk foreign key (desk_id) references desk (id),
        constraint fk_activation_case_opened_by foreign key (opened_by) references operator (id),
        constraint ck_activation_case_id_carta check (id_carta ~ '^[0-9]{16}$'),
        constraint ck_activation_case_kind check (kind in ('holder')),
        constraint ck_activation_case_mode check (mode in ('direct', 'parental', 'guardian', 'curator', 'support-administrator', 'health-delegate')),
        constraint ck_activation_case_state check (state in ('recognised', 'identified', 'awaiting-approval', 'authorised', 'printing', 'printed', 'writing', 'written', 'interrupted', 'undelivered', 'delivered', 'refused', 'abandoned', 'faulty', 'lost')),
        constraint ck_activation_case_refusal check ((state = 'refused') = (refusal_code is not null)),
        constraint ck_activation_case_obstacle check (obstacle_code is not null or obstacle_details is null),
        constraint ck_activation_case_stopped check (stopped_at is null or obstacle_code is not distinct from 'supervisor-needed')
      )`);
    await runner.query(`
      create unique index uq_activation_case_open_card on activation_case (id_carta)
        where state not in ('delivered', 'refused', 'abandoned', 'faulty', 'lost')`);
    await runner.query(`
      create index ix_activation_case_open_desk on activation_case (desk_id)
        where state not in ('delivered', 'refused', 'abandoned', 'faulty', 'lost')`);
    await runner.query(`create index ix_activation_case_unproved on activation_case (id_carta) where state in ('faulty', 'lost')`);
    await runner.query('create index ix_activation_case_desk_changed on activation_case (desk_id, changed_at)');
    await runner.query(`
      create table identity_document (
        case_id uuid not null,
        type text not null,
        number text not null,
        issuer text not null,
        issued_on date not null,
        expires_on date,
        source text not null,
        person jsonb not null,
        accepted text[] not null,
        identified_by uuid not null,
        identified_at timestamptz not null,
        constraint pk_identity_document primary key (case_id),
        constraint fk_identity_document_case foreign key (case_id) references activation_case (id),
        constraint fk_identity_document_identified_by foreign key (identified_by) references operator (id),
        constraint ck_identity_document_source check (source in ('typed', 'mrz'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity_document');
    await runner.query('drop table activation_case');
  }
}
