// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { HAS_PAPER } from './has-paper';

interface NewBag {
  readonly id: string;
  readonly deskId: string;
  readonly year: number;
  readonly number: number;
  readonly closedBy: string;
  readonly closedAt: Date;
}

export interface ClosedBag {
  readonly deskId: string;
  readonly closedBy: string;
  readonly inspectedBy: string | null;
  readonly bodyId: string;
}

export class BagRepository {
  constructor(private readonly rows: EntityManager) {}

  async hasSpoiled(deskId: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>(`select from sheet s where s.desk_id = $1 and s.state = 'spoiled' and s.bag_id is null and ${HAS_PAPER} limit 1`, [deskId]);
    return found.length > 0;
  }

  /** Closes the bag over all spoiled sheets of the desk that are in none, and returns how many. */
  async close({ id, deskId, year, number, closedBy, closedAt }: NewBag): Promise<number> {
    await this.rows.query('insert into sheet_bag (id, desk_id, year, number, closed_by, closed_at) values ($1, $2, $3, $4, $5, $6)', [id, deskId, year, number, closedBy, closedAt]);
    const [, count] = await this.rows.query<[unknown, number]>(`update sheet s set bag_id = $2 where s.desk_id = $1 and s.state = 'spoiled' and s.bag_id is null and ${HAS_PAPER}`, [deskId, id]);
    return count;
  }

  async held(id: string): Promise<ClosedBag | undefined> {
    const [found] = await this.rows.query<ClosedBag[]>(
      `select b.desk_id as "deskId", b.closed_by as "closedBy", b.inspected_by as "inspectedBy", d.body_id as "bodyId"
       from sheet_bag b join desk d on d.id = b.desk_id where b.id = $1 for update of b`,
      [id],
    );
    return found;
  }

  async inspected(id: string, inspectedBy: string, finding: string, now: Date): Promise<void> {
    await this.rows.query('update sheet_bag set inspected_by = $2, finding = $3, inspected_at = $4 where id = $1', [id, inspectedBy, finding, now]);
  }
}
