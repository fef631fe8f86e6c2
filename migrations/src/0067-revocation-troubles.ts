// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CAUSES = `'not-verified', 'not-entitled', 'withdrawn', 'already-requested', 'sent-anew', 'accepted-elsewhere', 'certificate-unknown'`;

/**
 * Since when the authority fails a request, and since when its answers are not believed: what it tells to wait is no failure. That a request is late is told of the request, which
 * may have nothing under way. A supervisor may see by themselves that a certificate is revoked, or that there is nothing to revoke; and what went to the wrong hands is kept.
 */
export class TellRevocationTroubles1764250800067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table revocation_attempt rename column sent_at to failing_since');
    await runner.query(`update revocation_attempt set failing_since = null where last_answer is null or last_answer in ('accepted', 'already-revoked', 'waiting')`);
    await runner.query('alter table revocation_attempt add column doubted_since timestamptz');
    await runner.query('alter table revocation_attempt drop column alerted_at');
    await runner.query('alter table revocation_request add column alerted_at timestamptz, add column wrongly_delivered text');
    await runner.query(`alter table revocation_request add constraint ck_revocation_request_wrongly_delivered check (wrongly_delivered in ('codes', 'card', 'both'))`);
    await runner.query('alter table revocation_move drop constraint ck_revocation_move_cause');
    await runner.query(`alter table revocation_move add constraint ck_revocation_move_cause check (cause in (${CAUSES}, 'seen-revoked', 'nothing-to-revoke'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update revocation_move set cause = 'accepted-elsewhere' where cause = 'seen-revoked'`);
    await runner.query(`update revocation_move set cause = 'already-requested' where cause = 'nothing-to-revoke'`);
    await runner.query('alter table revocation_move drop constraint ck_revocation_move_cause');
    await runner.query(`alter table revocation_move add constraint ck_revocation_move_cause check (cause in (${CAUSES}))`);
    await runner.query('alter table revocation_request drop column wrongly_delivered, drop column alerted_at');
    await runner.query('alter table revocation_attempt add column alerted_at timestamptz');
    await runner.query('alter table revocation_attempt drop column doubted_since');
    await runner.query('alter table revocation_attempt rename column failing_since to sent_at');
  }
}
