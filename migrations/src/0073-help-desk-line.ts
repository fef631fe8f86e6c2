// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the help desk's line answers, whoever sits at which desk; until somebody says otherwise there is no row, and it is as the region's guide prints it. */
export class CreateHelpDeskLine1764250800073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table help_desk_line (
        is_only boolean not null default true,
        opening_hours jsonb not null,
        is_closed_on_holidays boolean not null,
        patron_month integer,
        patron_day integer,
        closures jsonb not null,
        revision integer not null,
        constraint pk_help_desk_line primary key (is_only),
        constraint ck_help_desk_line_only check (is_only),
        constraint ck_help_desk_line_opening_hours check (jsonb_typeof(opening_hours) = 'array'),
        constraint ck_help_desk_line_patron_day check (num_nulls(patron_month, patron_day) in (0, 2) and patron_month between 1 and 12 and patron_day between 1 and 31),
        constraint ck_help_desk_line_closures check (jsonb_typeof(closures) = 'array')
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table help_desk_line');
  }
}
