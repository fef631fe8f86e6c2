// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days on which a body's week does not count: holidays, the patron saint's day, and closures from a day to a day. */
export class AddBodyCalendar1764250800061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table body
        add column is_closed_on_holidays boolean not null default true,
        add column patron_month integer,
        add column patron_day integer,
        add column closures jsonb not null default '[]',
        add constraint ck_body_patron_day check (num_nulls(patron_month, patron_day) in (0, 2) and patron_month between 1 and 12 and patron_day between 1 and 31),
        add constraint ck_body_closures check (jsonb_typeof(closures) = 'array')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table body drop column closures, drop column patron_day, drop column patron_month, drop column is_closed_on_holidays');
  }
}
