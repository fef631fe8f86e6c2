// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each blind sheet is: boxes as they were delivered, the printer that it lies in and its turn there, the parcel or the bag that it went into; and what a desk says of its own rules. */
export class CreateSheetCustody1764250800021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk
        add column minimum_sheets integer,
        add column is_one_person boolean,
        add column spoiled_per_day integer,
        add constraint ck_desk_minimum_sheets check (minimum_sheets >= 0),
        add constraint ck_desk_spoiled_per_day check (spoiled_per_day >= 0)`);
    await runner.query('alter table number_series drop constraint ck_number_series_series');
    await runner.query(`alter table number_series add constraint ck_number_series_series check (series in ('case-of-desk', 'receipt-of-body', 'bag-of-desk'))`);
    await runner.query(`
      create table sheet_box (
        id uuid not null,
        desk_id uuid not null,
        first_number text not null,
        last_number text not null,
        note text,
        received_by uuid,
        received_at timestamptz not null,
        constraint pk_sheet_box primary key (id),
        constraint fk_sheet_box_desk foreign key (desk_id) references desk (id),
        constraint fk_sheet_box_received_by foreign key (received_by) references operator (id),
        constraint ck_sheet_box_numbers check (first_number ~ '^[0-9]{6}$' and last_number ~ '^[0-9]{6}$' and first_number <= last_number)
      )`);
    await runner.query('create index ix_sheet_box_desk on sheet_box (desk_id, received_at)');
    await runner.query(`
      create table sheet_transfer (
        id uuid not null,
        from_desk_id uuid not null,
        to_desk_id uuid not null,
        first_number text not null,
        last_number text not null,
        note text,
        sent_by uuid not null,
        sent_at timestamptz not null,
        arrived_by uuid,
        arrived_at timestamptz,
        constraint pk_sheet_transfer primary key (id),
        constraint fk_sheet_transfer_from_desk foreign key (from_desk_id) references desk (id),
        constraint fk_sheet_transfer_to_desk foreign key (to_desk_id) references desk (id),
        constraint fk_sheet_transfer_sent_by foreign key (sent_by) references operator (id),
        constraint fk_sheet_transfer_arrived_by foreign key (arrived_by) references operator (id),
        constraint ck_sheet_transfer_desks check (from_desk_id <> to_desk_id),
        constraint ck_sheet_transfer_numbers check (first_number ~ '^[0-9]{6}$' and last_number ~ '^[0-9]{6}$' and first_number <= last_number)
      )`);
    await runner.query('create index ix_sheet_transfer_from_desk on sheet_transfer (from_desk_id, sent_at)');
    await runner.query('create index ix_sheet_transfer_to_desk on sheet_transfer (to_desk_id, sent_at)');
    await runner.query(`
      create table sheet_bag (
        id uuid not null,
        desk_id uuid not null,
        year integer not null,
        number integer not null,
        closed_by uuid not null,
        closed_at timestamptz not null,
        inspected_by uuid,
        inspected_at timestamptz,
        finding text,
        constraint pk_sheet_bag primary key (id),
        constraint uq_sheet_bag_number unique (desk_id, year, number),
        constraint fk_sheet_bag_desk foreign key (desk_id) references desk (id),
        constraint fk_sheet_bag_closed_by foreign key (closed_by) references operator (id),
        constraint fk_sheet_bag_inspected_by foreign key (inspected_by) references operator (id),
        constraint ck_sheet_bag_inspected check ((inspected_at is null) = (inspected_by is null) and (inspected_at is null) = (finding is null)),
        constraint ck_sheet_bag_two_people check (inspected_by <> closed_by)
      )`);
    await runner.query(`
      alter table sheet
        add column station_id uuid,
        add column load_order integer,
        add column transfer_id uuid,
        add column bag_id uuid,
        add constraint fk_sheet_station foreign key (station_id) references station (id),
        add constraint fk_sheet_transfer foreign key (transfer_id) references sheet_transfer (id),
        add constraint fk_sheet_bag foreign key (bag_id) references sheet_bag (id),
        add constraint ck_sheet_on_the_way check (transfer_id is null or state = 'in-stock'),
        add constraint ck_sheet_bagged check (bag_id is null or state = 'spoiled')`);
    // Until now a desk's loaded sheets lay in no particular printer: they were its first station's, lowest number first. A desk without a station has loaded none.
    await runner.query(`
      update sheet s set load_order = s.control_number::integer,
        station_id = (select t.id from station t where t.desk_id = s.desk_id order by t.revoked_at is not null, t.created_at, t.id limit 1)
      where s.state = 'loaded'`);
    await runner.query(`update sheet set state = 'in-stock', load_order = null where state = 'loaded' and station_id is null`);
    await runner.query(`alter table sheet add constraint ck_sheet_loaded check (state <> 'loaded' or (station_id is not null and load_order is not null))`);
    await runner.query('drop index ix_sheet_next');
    await runner.query(`create index ix_sheet_next on sheet (station_id, load_order) where state = 'loaded' and case_id is null`);
    await runner.query('create index ix_sheet_transfer on sheet (transfer_id) where transfer_id is not null');
    await runner.query('create index ix_sheet_bag on sheet (bag_id) where bag_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_sheet_next');
    await runner.query('alter table sheet drop column station_id, drop column load_order, drop column transfer_id, drop column bag_id');
    await runner.query(`create index ix_sheet_next on sheet (desk_id, control_number) where state = 'loaded' and case_id is null`);
    await runner.query('drop table sheet_bag');
    await runner.query('drop table sheet_transfer');
    await runner.query('drop table sheet_box');
    await runner.query(`delete from number_series where series = 'bag-of-desk'`);
    await runner.query('alter table number_series drop constraint ck_number_series_series');
    await runner.query(`alter table number_series add constraint ck_number_series_series check (series in ('case-of-desk', 'receipt-of-body'))`);
    await runner.query('alter table desk drop column minimum_sheets, drop column is_one_person, drop column spoiled_per_day');
  }
}
