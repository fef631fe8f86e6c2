// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls have a number that two people can say to each other, of the desk and of the year; those of before are numbered in their order. */
export class NumberCalls1764250800068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table call_record add column year integer, add column number integer');
    await runner.query(`
      update call_record c set year = given.year, number = given.number
      from (select id, year, row_number() over (partition by desk_id, year order by opened_at, id) as number
            from (select id, desk_id, opened_at, extract(year from opened_at at time zone 'Europe/Rome')::integer as year from call_record) dated) given
      where given.id = c.id`);
    await runner.query('alter table call_record alter column year set not null, alter column number set not null');
    await runner.query('alter table call_record add constraint ck_call_record_number check (number > 0)');
    await runner.query('alter table call_record add constraint uq_call_record_number unique nulls not distinct (desk_id, year, number)');
    await runner.query('alter table number_series drop constraint ck_number_series_series');
    await runner.query(`alter table number_series add constraint ck_number_series_series check (series in ('case-of-desk', 'receipt-of-body', 'bag-of-desk', 'revocation-requests', 'call-of-desk'))`);
    await runner.query(`insert into number_series (series, owner_id, year, last) select 'call-of-desk', coalesce(desk_id, '00000000-0000-0000-0000-000000000000'), year, max(number) from call_record group by desk_id, year`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from number_series where series = 'call-of-desk'`);
    await runner.query('alter table number_series drop constraint ck_number_series_series');
    await runner.query(`alter table number_series add constraint ck_number_series_series check (series in ('case-of-desk', 'receipt-of-body', 'bag-of-desk', 'revocation-requests'))`);
    await runner.query('alter table call_record drop constraint uq_call_record_number');
    await runner.query('alter table call_record drop constraint ck_call_record_number');
    await runner.query('alter table call_record drop column number, drop column year');
  }
}
