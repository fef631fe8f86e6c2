// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For cards that an issuer authenticates itself to: the versions of the issuer's key with the cards that refused them, and the challenges that each lease was
 * answered. A case keeps the method by which its card is written; a card, the version of the key that is on its chip, where that is known.
 */
export class CreateIssuerKeys1764250800017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table issuer_key_version (
        version integer not null,
        created_at timestamptz not null,
        stopped_at timestamptz,
        taken_out_at timestamptz,
        constraint pk_issuer_key_version primary key (version),
        constraint ck_issuer_key_version_version check (version > 0)
      )`);
    await runner.query(`
      create table issuer_key_refusal (
        version integer not null,
        id_carta text not null,
        at timestamptz not null,
        constraint pk_issuer_key_refusal primary key (version, id_carta),
        constraint fk_issuer_key_refusal_version foreign key (version) references issuer_key_version (version)
      )`);
    await runner.query(`
      create table issuer_challenge (
        job_id uuid not null,
        key_version integer not null,
        challenge bytea not null,
        at timestamptz not null,
        constraint pk_issuer_challenge primary key (job_id, challenge),
        constraint fk_issuer_challenge_job foreign key (job_id) references job (id),
        constraint fk_issuer_challenge_version foreign key (key_version) references issuer_key_version (version),
        constraint ck_issuer_challenge_length check (octet_length(challenge) = 8)
      )`);
    await runner.query(`
      alter table activation_case
        add column method text not null default 'transport-codes',
        add constraint ck_activation_case_method check (method in ('transport-codes', 'issuer-auth'))`);
    await runner.query('alter table activation_case alter column method drop default');
    await runner.query(`
      alter table card
        add column issuer_key_version integer,
        add constraint ck_card_issuer_key_version check (issuer_key_version > 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table card drop column issuer_key_version');
    await runner.query('alter table activation_case drop column method');
    await runner.query('drop table issuer_challenge');
    await runner.query('drop table issuer_key_refusal');
    await runner.query('drop table issuer_key_version');
  }
}
