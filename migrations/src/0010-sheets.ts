// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The numbered envelope sheets of each desk, from the box to the citizen's hand. */
export class CreateSheets1763884800010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sheet (
        id uuid not null,
        desk_id uuid not null,
        control_number text not null,
        state text not null,
        case_id uuid,
        reason text,
        changed_at timestamptz not null,
        constraint pk_sheet primary key (id),
        constraint uq_sheet_control_number unique (desk_id, control_number),
        constraint fk_sheet_desk foreign key (desk_id) references desk (id),
        constraint fk_sheet_case foreign key (case_id) references activation_case (id),
        constraint ck_sheet_control_number check (control_number ~ '^[0-9]{6}$'),
        constraint ck_sheet_state check (state in ('in-stock', 'loaded', 'printed', 'held', 'delivered', 'spoiled', 'destroyed')),
        constraint ck_sheet_reason check (state not in ('spoiled', 'destroyed') or reason is not null),
        constraint ck_sheet_case check (case_id is not null or state not in ('printed', 'held', 'delivered'))
      )`);
    await runner.query(`create index ix_sheet_next on sheet (desk_id, control_number) where state = 'loaded' and case_id is null`);
    await runner.query('create index ix_sheet_case on sheet (case_id) where case_id is not null');
    await runner.query('create index ix_sheet_desk_state on sheet (desk_id, state, changed_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sheet');
  }
}
