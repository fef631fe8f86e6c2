// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each act ended, by the key that its caller gave it. No answer is copied here: it is the refusal, or the case to be shown again. */
export class CreateIdempotencyKeys1763884800014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotency_key (
        operator_id uuid not null,
        key uuid not null,
        fingerprint bytea not null,
        answer jsonb,
        created_at timestamptz not null,
        constraint pk_idempotency_key primary key (operator_id, key),
        constraint fk_idempotency_key_operator foreign key (operator_id) references operator (id)
      )`);
    await runner.query('create index ix_idempotency_key_created on idempotency_key (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_key');
  }
}
