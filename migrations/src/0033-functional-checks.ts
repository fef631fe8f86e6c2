// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was found of cards that were checked, and the lots of cards that are known to be bad. No name, and of the ID_Carta the last four digits: enough to find the slip again, not the person. */
export class CreateFunctionalChecks1764250800033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table functional_check (
        id uuid not null,
        desk_id uuid not null,
        station_id uuid not null,
        insertion_id uuid not null,
        operator_id uuid not null,
        id_carta_ending text,
        card_type text,
        verdict text not null,
        advice text not null,
        rows jsonb not null,
        lot text,
        at timestamptz not null,
        constraint pk_functional_check primary key (id),
        constraint fk_functional_check_desk foreign key (desk_id) references desk (id),
        constraint fk_functional_check_station foreign key (station_id) references station (id),
        constraint fk_functional_check_operator foreign key (operator_id) references operator (id),
        constraint ck_functional_check_id_carta_ending check (id_carta_ending ~ '^[0-9]{4}$'),
        constraint ck_functional_check_verdict check (verdict in ('works', 'doubtful', 'works-not'))
      )`);
    await runner.query('create index ix_functional_check_desk_at on functional_check (desk_id, at)');
    await runner.query(`
      create table reported_lot (
        id uuid not null,
        name text not null,
        card_type text,
        first_id_carta text not null,
        last_id_carta text not null,
        is_withdrawn boolean not null,
        changed_at timestamptz not null,
        constraint pk_reported_lot primary key (id),
        constraint uq_reported_lot_name unique (name),
        constraint ck_reported_lot_first check (first_id_carta ~ '^[0-9]{16}$'),
        constraint ck_reported_lot_last check (last_id_carta ~ '^[0-9]{16}$' and last_id_carta >= first_id_carta)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reported_lot');
    await runner.query('drop table functional_check');
  }
}
