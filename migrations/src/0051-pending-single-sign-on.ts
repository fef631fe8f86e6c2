// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests to the provider of single sign-on, for some minutes: whose browser asked, and what came of it. Of state and browser only hashes are kept, of the person nothing but who they are here. */
export class CreatePendingSingleSignOn1764250800051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table pending_single_sign_on (
        id uuid not null,
        state_hash bytea not null,
        browser_hash bytea not null,
        is_in_own_tab boolean not null,
        asked_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        concluded_at timestamptz,
        operator_id uuid,
        means text,
        refusal text,
        constraint pk_pending_single_sign_on primary key (id),
        constraint uq_pending_single_sign_on_state unique (state_hash),
        constraint fk_pending_single_sign_on_operator foreign key (operator_id) references operator (id),
        constraint ck_pending_single_sign_on_means check (means in ('spid', 'cie', 'single-sign-on')),
        constraint ck_pending_single_sign_on_refusal check (refusal in ('not-fresh', 'level-too-low', 'legal-person', 'data-missing', 'unknown-person', 'stale-request', 'provider-away', 'not-verified',
          'called-off', 'consent-denied', 'attempts-used-up', 'no-such-level', 'timed-out', 'identity-suspended', 'refused-there')),
        constraint ck_pending_single_sign_on_concluded check (
          (operator_id is null) = (means is null)
          and case when concluded_at is null then operator_id is null and refusal is null else (operator_id is null) <> (refusal is null) end)
      )`);
    await runner.query('create index ix_pending_single_sign_on_browser on pending_single_sign_on (browser_hash)');
    await runner.query('create index ix_pending_single_sign_on_expires on pending_single_sign_on (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pending_single_sign_on');
  }
}
