// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What goes out to the authority: one row for each transaction, made in the transaction that lets its request go. One of a request lives at a time, from then until the
 * certificate was seen changed or the request ended otherwise; what is due is tried or looked at when its time comes.
 */
export class CreateRevocationAttempts1764250800063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table revocation_attempt (
        id uuid not null,
        request_id uuid not null,
        transaction_id text not null,
        certificate_issuer bytea not null,
        certificate_serial text not null,
        crl_reason text not null,
        asked_at timestamptz not null,
        authority text,
        tries integer not null default 0,
        last_try_at timestamptz,
        next_try_at timestamptz,
        last_answer text,
        answer_words text,
        ticket text,
        looks integer not null default 0,
        next_look_at timestamptz,
        alerted_at timestamptz,
        dead_at timestamptz,
        ended_at timestamptz,
        constraint pk_revocation_attempt primary key (id),
        constraint uq_revocation_attempt_transaction unique (transaction_id),
        constraint fk_revocation_attempt_request foreign key (request_id) references revocation_request (id),
        constraint ck_revocation_attempt_transaction_id check (transaction_id ~ '^[0-9a-f]{32}$'),
        constraint ck_revocation_attempt_serial check (certificate_serial ~ '^([0-9a-f]{2})+$'),
        constraint ck_revocation_attempt_crl_reason check (crl_reason in ('keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation', 'certificateHold', 'removeFromCRL', 'privilegeWithdrawn')),
        constraint ck_revocation_attempt_authority check (authority in ('cmp', 'file')),
        constraint ck_revocation_attempt_answer check (last_answer in ('accepted', 'already-revoked', 'waiting', 'rejected', 'nothing', 'not-understood', 'not-trusted')),
        constraint ck_revocation_attempt_tries check (tries >= 0 and (tries = 0) = (last_try_at is null)),
        constraint ck_revocation_attempt_due check (num_nonnulls(next_try_at, next_look_at, ended_at) <= 1),
        constraint ck_revocation_attempt_dead check (dead_at is null or next_try_at is null)
      )`);
    await runner.query('create unique index uq_revocation_attempt_living on revocation_attempt (request_id) where ended_at is null');
    await runner.query('create index ix_revocation_attempt_request on revocation_attempt (request_id)');
    await runner.query('create index ix_revocation_attempt_to_try on revocation_attempt (next_try_at) where next_try_at is not null');
    await runner.query('create index ix_revocation_attempt_to_look on revocation_attempt (next_look_at) where next_look_at is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table revocation_attempt');
  }
}
