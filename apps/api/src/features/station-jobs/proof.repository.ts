// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { ProofRow } from '../../platform/database/rows/intent-row';

export class ProofRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The last proof over a set of codes; one that was kept before its write had ended gives way to it. */
  async keep(proof: ProofRow): Promise<void> {
    await this.rows.upsert(ProofRow, proof, ['intentId']);
  }
}
