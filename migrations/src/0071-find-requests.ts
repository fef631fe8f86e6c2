// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the way of a request asks for, and read the whole table for: before one is recorded, those of its certificate, also those that ended it; and in each round of the outbox,
 * which will be late next, however many wait while the authority is away.
 */
export class FindRequests1764250800071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index ix_revocation_request_certificate on revocation_request (certificate_serial) where certificate_serial is not null');
    await runner.query(`create index ix_revocation_request_not_told on revocation_request (state, since) where alerted_at is null and state not in ('confirmed', 'rejected')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_revocation_request_not_told');
    await runner.query('drop index ix_revocation_request_certificate');
  }
}
