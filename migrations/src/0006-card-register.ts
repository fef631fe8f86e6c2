// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the desk knows of cards by ID_Carta, and the encrypted transport codes of those that were not activated yet. */
export class CreateCardRegister1763884800006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table card (
        id_carta text not null,
        state text not null,
        mode_of_activation text,
        activated_at timestamptz,
        changed_at timestamptz not null,
        constraint pk_card primary key (id_carta),
        constraint ck_card_id_carta check (id_carta ~ '^[0-9]{16}$'),
        constraint ck_card_state check (state in ('inactive', 'active', 'suspended', 'revoked', 'expired', 'replaced')),
        constraint ck_card_mode check (mode_of_activation in ('direct', 'parental', 'guardian', 'curator', 'support-administrator', 'health-delegate')),
        constraint ck_card_activation check (activated_at is null or mode_of_activation is not null)
      )`);
    await runner.query(`
      create table transport_codes (
        id_carta text not null,
        encrypted bytea not null,
        created_at timestamptz not null,
        constraint pk_transport_codes primary key (id_carta),
        constraint ck_transport_codes_id_carta check (id_carta ~ '^[0-9]{16}$')
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table transport_codes');
    await runner.query('drop table card');
  }
}
