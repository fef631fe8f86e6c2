// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a transaction with the authority first went out: from then on it is counted how long nobody answers. */
export class TellRevocationSent1764250800065 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table revocation_attempt add column sent_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table revocation_attempt drop column sent_at');
  }
}
