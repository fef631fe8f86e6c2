// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The drills that somebody did at a rehearsal whose key is believed here: what its signed document says, without the document's person. */
export class CreateDrillRecords1764250800053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table drill_record (
        id uuid not null,
        operator_id uuid not null,
        document_hash bytea not null,
        key_id text not null,
        drills jsonb not null,
        made_at timestamptz not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        constraint pk_drill_record primary key (id),
        constraint uq_drill_record_document unique (operator_id, document_hash),
        constraint fk_drill_record_operator foreign key (operator_id) references operator (id),
        constraint fk_drill_record_recorder foreign key (recorded_by) references operator (id),
        constraint ck_drill_record_two_people check (recorded_by <> operator_id),
        constraint ck_drill_record_drills check (jsonb_typeof(drills) = 'array')
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table drill_record');
  }
}
