// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The cards of a lot that was let go, until each has its request or its reason for none: whoever dies on the way leaves the rest to the next. What a lot sends out has its turn after everybody who asked alone. */
export class CreateLotCards1764250800069 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table revocation_lot_card (
        lot_id uuid not null,
        id_carta text not null,
        outcome text,
        constraint pk_revocation_lot_card primary key (lot_id, id_carta),
        constraint fk_revocation_lot_card_lot foreign key (lot_id) references revocation_lot (id),
        constraint ck_revocation_lot_card_id_carta check (id_carta ~ '^[0-9]{16}$'),
        constraint ck_revocation_lot_card_outcome check (outcome in ('to-revoke', 'already-revoked', 'already-requested', 'not-active', 'unknown'))
      )`);
    await runner.query('create index ix_revocation_lot_card_left on revocation_lot_card (lot_id, id_carta) where outcome is null');
    await runner.query('alter table revocation_attempt add column is_of_lot boolean not null default false');
    await runner.query('create index ix_revocation_attempt_to_try_in_turn on revocation_attempt (is_of_lot, next_try_at) where next_try_at is not null');
    await runner.query('create index ix_revocation_attempt_to_look_in_turn on revocation_attempt (is_of_lot, next_look_at) where next_look_at is not null');
    await runner.query('alter table revocation_lot add column desk_id uuid');
    await runner.query('alter table revocation_lot add constraint fk_revocation_lot_desk foreign key (desk_id) references desk (id)');
    await runner.query('alter table revocation_lot drop constraint ck_revocation_lot_confirmed');
    await runner.query(
      `alter table revocation_lot add constraint ck_revocation_lot_confirmed check ((state in ('asked', 'done')) = (confirmed_by is not null) and (confirmed_by is null) = (confirmed_at is null))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update revocation_lot set state = 'done' where state = 'asked'`);
    await runner.query('alter table revocation_lot drop constraint ck_revocation_lot_confirmed');
    await runner.query(`alter table revocation_lot add constraint ck_revocation_lot_confirmed check ((state = 'done') = (confirmed_by is not null) and (confirmed_by is null) = (confirmed_at is null))`);
    await runner.query('alter table revocation_lot drop column desk_id');
    await runner.query('alter table revocation_attempt drop column is_of_lot');
    await runner.query('drop table revocation_lot_card');
  }
}
