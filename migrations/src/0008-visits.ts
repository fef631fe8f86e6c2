// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who came and went without a case, with the reason and nothing of the person. One row for each stay of a card. */
export class CreateVisits1763884800008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table visit (
        id uuid not null,
        desk_id uuid not null,
        station_id uuid not null,
        insertion_id uuid not null,
        operator_id uuid,
        reason text not null,
        card_type text,
        region_code text,
        at timestamptz not null,
        constraint pk_visit primary key (id),
        constraint uq_visit_insertion unique (insertion_id),
        constraint fk_visit_desk foreign key (desk_id) references desk (id),
        constraint fk_visit_station foreign key (station_id) references station (id),
        constraint fk_visit_operator foreign key (operator_id) references operator (id)
      )`);
    await runner.query('create index ix_visit_desk_at on visit (desk_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table visit');
  }
}
