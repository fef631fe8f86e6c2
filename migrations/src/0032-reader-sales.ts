// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The smart-card readers that a desk sells: what came and went, and each sale as its receipt says it. */
export class CreateReaderSales1764250800032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reader_sale (
        id uuid not null,
        desk_id uuid not null,
        year integer not null,
        number integer not null,
        day date not null,
        quantity integer not null,
        net_cents integer not null,
        vat_percent integer not null,
        vat_cents integer not null,
        total_cents integer not null,
        sold_by uuid not null,
        sold_at timestamptz not null,
        voided_by uuid,
        voided_at timestamptz,
        void_reason text,
        constraint pk_reader_sale primary key (id),
        constraint uq_reader_sale_number unique (desk_id, year, number),
        constraint fk_reader_sale_desk foreign key (desk_id) references desk (id),
        constraint fk_reader_sale_sold_by foreign key (sold_by) references operator (id),
        constraint fk_reader_sale_voided_by foreign key (voided_by) references operator (id),
        constraint ck_reader_sale_quantity check (quantity > 0),
        constraint ck_reader_sale_amount check (net_cents >= 0 and vat_cents >= 0 and total_cents = net_cents + vat_cents),
        constraint ck_reader_sale_voided check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null))
      )`);
    await runner.query('create index ix_reader_sale_day on reader_sale (desk_id, day)');
    await runner.query(`
      create table reader_movement (
        id uuid not null,
        desk_id uuid not null,
        kind text not null,
        quantity integer not null,
        sale_id uuid,
        note text,
        moved_by uuid not null,
        day date not null,
        at timestamptz not null,
        constraint pk_reader_movement primary key (id),
        constraint fk_reader_movement_desk foreign key (desk_id) references desk (id),
        constraint fk_reader_movement_sale foreign key (sale_id) references reader_sale (id),
        constraint fk_reader_movement_moved_by foreign key (moved_by) references operator (id),
        constraint ck_reader_movement_kind check (kind in ('received', 'sold', 'voided', 'counted')),
        constraint ck_reader_movement_quantity check ((kind in ('received', 'voided') and quantity > 0) or (kind = 'sold' and quantity < 0) or (kind = 'counted' and quantity <> 0)),
        constraint ck_reader_movement_sale check ((kind in ('sold', 'voided')) = (sale_id is not null))
      )`);
    await runner.query('create index ix_reader_movement_desk on reader_movement (desk_id, day)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reader_movement');
    await runner.query('drop table reader_sale');
  }
}
