// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Heads of the log that stations countersigned, and those that they hold against what the log says now. Of a station, a log and a day the newest countersignature is kept:
 * a trigger, with its owner's rights, lets the earlier ones of that day go, for the newest vouches for all before it. The application only adds.
 */
export class CreateCountersignedHeads1764250800055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table head_countersignature (
        station_id uuid not null,
        log text not null,
        number bigint not null,
        hash text not null,
        rows bigint not null,
        public_key text not null,
        signature text not null,
        day date not null,
        at timestamptz not null,
        constraint pk_head_countersignature primary key (station_id, log, number),
        constraint fk_head_countersignature_station foreign key (station_id) references station (id),
        constraint ck_head_countersignature_log check (log in ('acts', 'access')),
        constraint ck_head_countersignature_number check (number >= 1 and rows >= 1)
      )`);
    await runner.query('create index ix_head_countersignature_block on head_countersignature (log, number)');
    await runner.query(`
      create table head_contradiction (
        station_id uuid not null,
        log text not null,
        day date not null,
        held jsonb not null,
        told jsonb,
        at timestamptz not null,
        constraint pk_head_contradiction primary key (station_id, log, day),
        constraint fk_head_contradiction_station foreign key (station_id) references station (id),
        constraint ck_head_contradiction_log check (log in ('acts', 'access'))
      )`);
    await runner.query(`
      create function keep_newest_countersignature() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        delete from head_countersignature c using added a where c.station_id = a.station_id and c.log = a.log and c.day = a.day and c.number < a.number;
        return null;
      end $$`);
    await runner.query(`
      create trigger tr_head_countersignature_newest after insert on head_countersignature referencing new table as added
        for each statement execute function keep_newest_countersignature()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table head_contradiction');
    await runner.query('drop table head_countersignature');
    await runner.query('drop function keep_newest_countersignature()');
  }
}
