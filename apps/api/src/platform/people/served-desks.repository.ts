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

  /**
   * Where a session of theirs opens: where it is wanted; else where they worked last, as long as they serve that desk; else at home, or at another desk that is not closed
   * for good. `isClosed`: there is no other. An administrator comes in at a closed one too: somebody has to open it again.
   */
  async deskToOpen(operatorId: string, wanted: string | null): Promise<{ readonly deskId: string; readonly isClosed: boolean }> {
    const [found] = await this.rows.query<[{ readonly deskId: string; readonly isClosed: boolean }]>(
      `select d.id as "deskId", d.closed_at is not null and not 'administrator' = any(o.roles) as "isClosed"
       from operator o join desk d on case when $2::uuid is null then d.id = o.desk_id or ${servesDeskSql('o.id', 'd.id')} else d.id = $2 end
       where o.id = $1 order by d.closed_at is not null, d.id is not distinct from o.last_desk_id and ${servesDeskSql('o.id', 'd.id')} desc, d.id = o.desk_id desc, d.place, d.name, d.id limit 1`,
      [operatorId, wanted],
    );
    return found;
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
