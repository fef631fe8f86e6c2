// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { VisitRow } from '../database/rows/visit-row';

export class VisitRepository {
  constructor(private readonly rows: EntityManager) {}

  /** False when this stay of the card has been told already. */
  async record(visit: VisitRow): Promise<boolean> {
    const inserted = await this.rows.createQueryBuilder().insert().into(VisitRow).values(visit).orIgnore().returning('id').execute();
    return (inserted.raw as readonly unknown[]).length > 0;
  }
}
