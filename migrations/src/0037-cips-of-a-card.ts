// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A card may have several envelopes one after the other, and the CIP of one: new codes end the earlier. */
export class IndexCipsOfCard1764250800037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index ix_intent_cip_of_card on intent (id_carta) where cip_verifier is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ix_intent_cip_of_card');
  }
}
