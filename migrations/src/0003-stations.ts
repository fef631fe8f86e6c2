// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The stations on the counters: their public keys, the last sequence number of their signed requests, the stream over which they hear of jobs, and what they
 * said of their devices. A station is online while its stream is open and it was heard a short while ago.
 */
export class CreateStations1763884800003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table station (
        id uuid not null,
        desk_id uuid not null,
        name text not null,
        enrolment_code_mac bytea,
        enrolment_expires_at timestamptz,
        enrolment_used_at timestamptz,
        signing_key text,
        sealing_key text,
        enrolled_at timestamptz,
        revoked_at timestamptz,
        last_sequence bigint not null default 0,
        stream_id uuid,
        last_seen_at timestamptz,
        reader text not null default 'unknown',
        envelopes text not null default 'unknown',
        forms text not null default 'unknown',
        is_test boolean not null default false,
        version text,
        created_at timestamptz not null,
        constraint pk_station primary key (id),
        constraint uq_station_name unique (desk_id, name),
        constraint uq_station_enrolment_code unique (enrolment_code_mac),
        constraint fk_station_desk foreign key (desk_id) references desk (id),
        constraint ck_station_enrolment check ((enrolment_code_mac is null) = (enrolment_expires_at is null) and (enrolment_used_at is null or enrolment_code_mac is not null)),
        constraint ck_station_keys check ((signing_key is null) = (enrolled_at is null) and (sealing_key is null) = (enrolled_at is null)),
        constraint ck_station_reader check (reader in ('ready', 'no-reader', 'no-service', 'no-binding', 'busy', 'unknown')),
        constraint ck_station_envelopes check (envelopes in ('ready', 'printing', 'media-jam', 'media-empty', 'door-open', 'stopped', 'offline', 'unknown')),
        constraint ck_station_forms check (forms in ('ready', 'printing', 'media-jam', 'media-empty', 'door-open', 'stopped', 'offline', 'unknown'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table station');
  }
}
