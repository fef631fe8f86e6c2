// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONDITIONS = `'ready', 'no-reader', 'no-service', 'no-binding', 'busy', 'restarting', 'unknown'`;

/** A station may have a second reader, the operator's; a reader may be restarting; and the last stay of a card is kept for each reader of a station. */
export class AddSecondReader1764250800016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table station
        add column operator_reader text,
        drop constraint ck_station_reader,
        add constraint ck_station_reader check (reader in (${CONDITIONS})),
        add constraint ck_station_operator_reader check (operator_reader in (${CONDITIONS}))`);
    await runner.query(`
      alter table card_in_reader
        add column reader text not null default 'citizen',
        drop constraint pk_card_in_reader,
        add constraint pk_card_in_reader primary key (station_id, reader),
        add constraint ck_card_in_reader_reader check (reader in ('citizen', 'operator'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from card_in_reader where reader <> 'citizen'`);
    await runner.query(`
      alter table card_in_reader
        drop constraint ck_card_in_reader_reader,
        drop constraint pk_card_in_reader,
        add constraint pk_card_in_reader primary key (station_id),
        drop column reader`);
    await runner.query(`update station set reader = 'unknown' where reader = 'restarting'`);
    await runner.query(`
      alter table station
        drop constraint ck_station_operator_reader,
        drop constraint ck_station_reader,
        add constraint ck_station_reader check (reader in ('ready', 'no-reader', 'no-service', 'no-binding', 'busy', 'unknown')),
        drop column operator_reader`);
  }
}
