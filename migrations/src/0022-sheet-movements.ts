// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets that follow one another and went the same way in one statement are one row: a box of 5,000 is one movement. */
const ISLANDS = `
  select desk_id, kind, from_state, to_state, min(control_number), max(control_number), count(*), station_id, case_id, reason, at
  from (
    select m.*, control_number::integer - (row_number() over (partition by desk_id, kind, from_state, to_state, station_id, case_id, reason, at order by control_number)) as island
    from moved m
  ) numbered
  group by desk_id, kind, from_state, to_state, station_id, case_id, reason, at, island
  order by min(control_number)`;

const INTO = 'insert into sheet_movement (desk_id, kind, from_state, to_state, first_number, last_number, count, station_id, case_id, reason, at)';

/**
 * The ledger of the blind sheets. It is written by the database itself, in the transaction and from the very rows that move: no way of changing a sheet can forget
 * it, and the books (`sheet`) can be held against it. Rows are added and read, nothing else.
 */
export class CreateSheetMovements1764250800022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sheet_movement (
        position bigint generated always as identity,
        desk_id uuid not null,
        kind text not null,
        from_state text,
        to_state text,
        first_number text not null,
        last_number text not null,
        count integer not null,
        station_id uuid,
        case_id uuid,
        reason text,
        at timestamptz not null,
        constraint pk_sheet_movement primary key (position),
        constraint fk_sheet_movement_desk foreign key (desk_id) references desk (id),
        constraint ck_sheet_movement_kind check (kind in ('received', 'transferred-in', 'transferred-out', 'moved')),
        constraint ck_sheet_movement_ends check (
          (kind in ('received', 'transferred-in')) = (from_state is null) and (kind = 'transferred-out') = (to_state is null)),
        constraint ck_sheet_movement_count check (count = last_number::integer - first_number::integer + 1)
      )`);
    await runner.query('create index ix_sheet_movement_desk on sheet_movement (desk_id, at)');
    await runner.query(`
      create function write_sheets_received() returns trigger language plpgsql as $$
      begin
        ${INTO}
        with moved as (
          select desk_id, 'received'::text as kind, null::text as from_state, state as to_state, control_number, station_id, case_id, reason, changed_at as at from arrived
        )
        ${ISLANDS};
        return null;
      end $$`);
    await runner.query(`
      create function write_sheets_moved() returns trigger language plpgsql as $$
      begin
        ${INTO}
        with moved as (
          select
            case when b.transfer_id is null and a.transfer_id is not null then b.desk_id else a.desk_id end as desk_id,
            case when b.transfer_id is null and a.transfer_id is not null then 'transferred-out' when b.transfer_id is not null and a.transfer_id is null then 'transferred-in' else 'moved' end as kind,
            case when b.transfer_id is not null and a.transfer_id is null then null else b.state end as from_state,
            case when b.transfer_id is null and a.transfer_id is not null then null else a.state end as to_state,
            a.control_number, a.station_id, a.case_id, a.reason, a.changed_at as at
          from after_move a join before_move b on b.id = a.id
          where a.state <> b.state or a.desk_id <> b.desk_id or a.transfer_id is distinct from b.transfer_id
        )
        ${ISLANDS};
        return null;
      end $$`);
    // What moved before there was a ledger: every sheet came, and those that are no longer in stock went on.
    await runner.query(`
      ${INTO}
      with moved as (
        select desk_id, 'received'::text as kind, null::text as from_state, 'in-stock'::text as to_state, control_number, null::uuid as station_id, null::uuid as case_id, null::text as reason,
          min(changed_at) over (partition by desk_id) as at
        from sheet
      )
      ${ISLANDS}`);
    await runner.query(`
      ${INTO}
      with moved as (
        select desk_id, 'moved'::text as kind, 'in-stock'::text as from_state, state as to_state, control_number, station_id, case_id, reason, changed_at as at from sheet where state <> 'in-stock'
      )
      ${ISLANDS}`);
    await runner.query(`create trigger tr_sheet_received after insert on sheet referencing new table as arrived for each statement execute function write_sheets_received()`);
    await runner.query(`
      create trigger tr_sheet_moved after update on sheet referencing old table as before_move new table as after_move
        for each statement execute function write_sheets_moved()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger tr_sheet_moved on sheet');
    await runner.query('drop trigger tr_sheet_received on sheet');
    await runner.query('drop function write_sheets_moved()');
    await runner.query('drop function write_sheets_received()');
    await runner.query('drop table sheet_movement');
  }
}
