// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last stay of a card in each station's reader. What was read from the card is there only until its removal; the insertion's id stays, so that no late report revives it. */
export class CreateCardInReader1763884800007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table card_in_reader (
        station_id uuid not null,
        insertion_id uuid not null,
        state text not null,
        inserted_at timestamptz not null,
        reason text,
        id_carta text,
        card_type text,
        facts jsonb,
        certificate bytea,
        constraint pk_card_in_reader primary key (station_id),
        constraint fk_card_in_reader_station foreign key (station_id) references station (id),
        constraint ck_card_in_reader_state check (state in ('reading', 'recognised', 'not-usable', 'removed')),
        constraint ck_card_in_reader_reason check ((state = 'not-usable') = (reason is not null)),
        constraint ck_card_in_reader_facts check ((state = 'recognised') = (facts is not null) and (state = 'recognised') = (id_carta is not null) and (state = 'recognised') = (certificate is not null)),
        constraint ck_card_in_reader_id_carta check (id_carta ~ '^[0-9]{16}$')
      )`);
    await runner.query('create index ix_card_in_reader_id_carta on card_in_reader (id_carta) where id_carta is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table card_in_reader');
  }
}
