// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who serves which desk, since when and until when: a person may serve several, and works at one at a time. The home desk stays the operator's own; it is served like the others. */
export class CreateServedDesks1764250800042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table operator_desk (
        id uuid not null,
        operator_id uuid not null,
        desk_id uuid not null,
        since timestamptz not null,
        until timestamptz,
        constraint pk_operator_desk primary key (id),
        constraint fk_operator_desk_operator foreign key (operator_id) references operator (id),
        constraint fk_operator_desk_desk foreign key (desk_id) references desk (id),
        constraint ck_operator_desk_until check (until >= since)
      )`);
    await runner.query('create unique index uq_operator_desk_serving on operator_desk (operator_id, desk_id) where until is null');
    await runner.query('create index ix_operator_desk_desk on operator_desk (desk_id) where until is null');
    await runner.query('insert into operator_desk (id, operator_id, desk_id, since) select gen_random_uuid(), id, desk_id, created_at from operator');
    await runner.query('alter table operator add column last_desk_id uuid, add constraint fk_operator_last_desk foreign key (last_desk_id) references desk (id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table operator drop column last_desk_id');
    await runner.query('drop table operator_desk');
  }
}
