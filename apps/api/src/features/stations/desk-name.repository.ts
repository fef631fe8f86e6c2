// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { DeskRow } from '../../platform/database/rows/desk-row';

export class DeskNameRepository {
  constructor(private readonly rows: EntityManager) {}

  async nameOf(deskId: string): Promise<string> {
    const { name, place } = await this.rows.findOneByOrFail(DeskRow, { id: deskId });
    return `${place} · ${name}`;
  }
}
