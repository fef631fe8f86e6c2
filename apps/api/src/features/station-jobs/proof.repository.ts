// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { ProofRow } from '../../platform/database/rows/intent-row';

export class ProofRepository {
  constructor(private readonly rows: EntityManager) {}

  async keep(proof: ProofRow): Promise<void> {
    await this.rows.insert(ProofRow, proof);
  }
}
