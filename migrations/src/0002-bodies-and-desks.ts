// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bodies (ASL, hospital trusts, municipalities, pharmacies), their desks, and the numbers that a desk or a body gives out year by year. */
export class CreateBodiesAndDesks1763884800002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table body (
        id uuid not null,
        name text not null,
        kind text not null,
        created_at timestamptz not null,
        constraint pk_body primary key (id),
        constraint uq_body_name unique (name),
        constraint ck_body_kind check (kind in ('asl', 'hospital-trust', 'municipality', 'pharmacy'))
      )`);
    await runner.query(`
      create table desk (
        id uuid not null,
        body_id uuid not null,
        code text not null,
        name text not null,
        place text not null,
        kind text not null,
        created_at timestamptz not null,
        constraint pk_desk primary key (id),
        constraint uq_desk_code unique (code),
        constraint fk_desk_body foreign key (body_id) references body (id),
        constraint ck_desk_kind check (kind in ('asl', 'hospital-trust', 'municipality', 'pharmacy'))
      )`);
    await runner.query(`
      create table number_series (
        series text not null,
        owner_id uuid not null,
        year integer not null,
        last integer not null,
        constraint pk_number_series primary key (series, owner_id, year),
        constraint ck_number_series_series check (series in ('case-of-desk', 'receipt-of-body')),
        constraint ck_number_series_last check (last > 0)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table number_series');
    await runner.query('drop table desk');
    await runner.query('drop table body');
  }
}
