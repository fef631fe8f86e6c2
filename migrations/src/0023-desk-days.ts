// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days of a desk, and every count of its sheets: at the opening, when operators change, at the closing. */
export class CreateDeskDays1764250800023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table desk_day (
        id uuid not null,
        desk_id uuid not null,
        day date not null,
        state text not null,
        opened_by uuid not null,
        opened_at timestamptz not null,
        closed_by uuid,
        closed_at timestamptz,
        sum jsonb,
        constraint pk_desk_day primary key (id),
        constraint uq_desk_day_day unique (desk_id, day),
        constraint fk_desk_day_desk foreign key (desk_id) references desk (id),
        constraint fk_desk_day_opened_by foreign key (opened_by) references operator (id),
        constraint fk_desk_day_closed_by foreign key (closed_by) references operator (id),
        constraint ck_desk_day_state check (state in ('open', 'closed')),
        constraint ck_desk_day_closed check ((state = 'closed') = (closed_at is not null))
      )`);
    await runner.query(`
      create table sheet_count (
        id uuid not null,
        desk_id uuid not null,
        day_id uuid not null,
        occasion text not null,
        counted_by uuid not null,
        handed_over_by uuid,
        seen jsonb not null,
        differences jsonb not null,
        self_test jsonb not null,
        open_cases jsonb not null,
        at timestamptz not null,
        constraint pk_sheet_count primary key (id),
        constraint fk_sheet_count_desk foreign key (desk_id) references desk (id),
        constraint fk_sheet_count_day foreign key (day_id) references desk_day (id),
        constraint fk_sheet_count_counted_by foreign key (counted_by) references operator (id),
        constraint fk_sheet_count_handed_over_by foreign key (handed_over_by) references operator (id),
        constraint ck_sheet_count_occasion check (occasion in ('opening', 'handover', 'closing')),
        constraint ck_sheet_count_handover check ((occasion = 'handover') = (handed_over_by is not null)),
        constraint ck_sheet_count_two_people check (handed_over_by <> counted_by)
      )`);
    await runner.query('create index ix_sheet_count_day on sheet_count (day_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sheet_count');
    await runner.query('drop table desk_day');
  }
}
