// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { managesBodySql } from './managing';

/** Whose desks and stations an administrator manages. */
export class ManagedBodiesRepository {
  constructor(private readonly rows: EntityManager) {}

  async managesBody(ownBodyId: string, bodyId: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>(`select 1 from body b where b.id = $2 and ${managesBodySql('b.id', '$1')}`, [ownBodyId, bodyId]);
    return found.length === 1;
  }

  async managesDesk(ownBodyId: string, deskId: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>(`select 1 from desk d where d.id = $2 and ${managesBodySql('d.body_id', '$1')}`, [ownBodyId, deskId]);
    return found.length === 1;
  }

  async managesStation(ownBodyId: string, stationId: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>(`select 1 from station s join desk d on d.id = s.desk_id where s.id = $2 and ${managesBodySql('d.body_id', '$1')}`, [ownBodyId, stationId]);
    return found.length === 1;
  }
}
