// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins of which the first half is done, the challenges that passkeys sign, and by which browser an attempt was made. */
export class CreatePendingSignIns1764250800049 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pending_sign_in (
        id uuid not null,
        token_hash bytea not null,
        operator_id uuid,
        tries integer not null default 0,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        constraint pk_pending_sign_in primary key (id),
        constraint uq_pending_sign_in_token unique (token_hash),
        constraint fk_pending_sign_in_operator foreign key (operator_id) references operator (id)
      )`);
    await runner.query('create index ix_pending_sign_in_expires on pending_sign_in (expires_at)');
    await runner.query(`
      create table passkey_challenge (
        id uuid not null,
        challenge text not null,
        purpose text not null,
        session_id uuid,
        pending_id uuid,
        expires_at timestamptz not null,
        constraint pk_passkey_challenge primary key (id),
        constraint fk_passkey_challenge_session foreign key (session_id) references session (id) on delete cascade,
        constraint fk_passkey_challenge_pending foreign key (pending_id) references pending_sign_in (id) on delete cascade,
        constraint ck_passkey_challenge_purpose check (purpose in ('sign-in', 'unlock', 'enrolment')),
        constraint ck_passkey_challenge_owner check ((purpose = 'sign-in') = (pending_id is not null) and (purpose = 'sign-in') = (session_id is null))
      )`);
    await runner.query('create unique index uq_passkey_challenge_session on passkey_challenge (session_id, purpose) where session_id is not null');
    await runner.query('create unique index uq_passkey_challenge_pending on passkey_challenge (pending_id) where pending_id is not null');
    await runner.query('alter table sign_in_attempt add column browser_mac bytea');
    await runner.query('create index ix_sign_in_attempt_browser on sign_in_attempt (account_mac, browser_mac) where browser_mac is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sign_in_attempt drop column browser_mac');
    await runner.query('drop table passkey_challenge');
    await runner.query('drop table pending_sign_in');
  }
}
