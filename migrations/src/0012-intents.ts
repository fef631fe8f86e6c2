// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The sets of codes, each bound to one case, sheet and station before the first byte is printed: sealed blobs, verifier of the CIP, MAC of the outer code, the
 * nonce that the chip will sign, and the times of the write's phases. A case has one living intent; blobs and verifier die with it, but for the vault's blob of a
 * card whose proof was not good: the codes may be on its chip.
 */
export class CreateIntents1763884800012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table intent (
        id uuid not null,
        case_id uuid not null,
        job_id uuid not null,
        station_id uuid not null,
        sheet_id uuid not null,
        id_carta text not null,
        control_number text not null,
        body_hash bytea not null,
        station_blob jsonb,
        vault_blob jsonb,
        signature text not null,
        outer_code_mac bytea not null,
        cip_verifier text,
        cip_valid_from timestamptz,
        nonce bytea not null,
        created_at timestamptz not null,
        sheet_scanned_at timestamptz,
        card_checked_at timestamptz,
        codes_written_at timestamptz,
        proof_signed_at timestamptz,
        outcome_recorded_at timestamptz,
        blobs_destroyed_at timestamptz,
        voided_at timestamptz,
        void_reason text,
        constraint pk_intent primary key (id),
        constraint uq_intent_job unique (job_id),
        constraint fk_intent_case foreign key (case_id) references activation_case (id),
        constraint fk_intent_job foreign key (job_id) references job (id),
        constraint fk_intent_station foreign key (station_id) references station (id),
        constraint fk_intent_sheet foreign key (sheet_id) references sheet (id),
        constraint ck_intent_blobs check ((blobs_destroyed_at is null) = (vault_blob is not null) and (station_blob is null or vault_blob is not null)),
        constraint ck_intent_station_blob check ((station_blob is not null) = (voided_at is null and blobs_destroyed_at is null)),
        constraint ck_intent_voided check ((voided_at is null) = (void_reason is null) and (voided_at is null or cip_verifier is null)),
        constraint ck_intent_vault_blob check (voided_at is null or vault_blob is null or void_reason = 'proof-invalid'),
        constraint ck_intent_cip check (cip_valid_from is null or cip_verifier is not null)
      )`);
    await runner.query('create unique index uq_intent_living on intent (case_id) where voided_at is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intent');
  }
}
