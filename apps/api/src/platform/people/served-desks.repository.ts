// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DeskName } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';
import { servesDeskSql } from './serving';

/** Which desks somebody serves: the home desk, and any others. */
export class ServedDesksRepository {
  constructor(private readonly rows: EntityManager) {}

  async of(operatorId: string): Promise<readonly DeskName[]> {
    return this.rows.query<DeskName[]>(
      `select d.id, d.name, d.place from operator_desk s join desk d on d.id = s.desk_id where s.operator_id = $1 and s.until is null order by d.place, d.name, d.id`,
      [operatorId],
    );
  }

  /** Where a session of theirs opens: where they worked last, as long as they serve that desk; else at home. */
  async deskToOpen(operatorId: string): Promise<string> {
    const [found] = await this.rows.query<[{ readonly deskId: string }]>(
      `select case when ${servesDeskSql('o.id', 'o.last_desk_id')} then o.last_desk_id else o.desk_id end as "deskId" from operator o where o.id = $1`,
      [operatorId],
    );
    return found.deskId;
  }

  async serves(operatorId: string, deskId: string): Promise<boolean> {
    const [found] = await this.rows.query<[{ readonly serves: boolean }]>(`select ${servesDeskSql('$1', '$2')} as serves`, [operatorId, deskId]);
    return found.serves;
  }

  async workedAt(operatorId: string, deskId: string): Promise<void> {
    await this.rows.query('update operator set last_desk_id = $2 where id = $1 and last_desk_id is distinct from $2', [operatorId, deskId]);
  }

  /** From now on they serve this desk too. */
  async begin(id: string, operatorId: string, deskId: string, now: Date): Promise<void> {
    await this.rows.query('insert into operator_desk (id, operator_id, desk_id, since) values ($1, $2, $3, $4) on conflict do nothing', [id, operatorId, deskId, now]);
  }

  /** From now on they serve none but these. */
  async endOthers(operatorId: string, deskIds: readonly string[], now: Date): Promise<void> {
    await this.rows.query('update operator_desk set until = greatest($3, since) where operator_id = $1 and until is null and desk_id <> all($2)', [operatorId, deskIds, now]);
  }
}
