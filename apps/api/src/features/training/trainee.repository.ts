// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { OperatorRow } from '../../platform/database/rows/operator-row';

export interface FoundTrainee {
  readonly id: string;
  readonly displayName: string;
  readonly deskName: string;
  readonly trainingSince: Date | null;
  readonly enabledAt: Date | null;
  readonly enabledBy: string | null;
  readonly enabledBeside: string | null;
  readonly reason: string | null;
}

const TRAINEE = `
  select o.id, o.display_name as "displayName", d.place || ' · ' || d.name as "deskName", o.training_since as "trainingSince", o.enabled_at as "enabledAt",
         e.display_name as "enabledBy", b.display_name as "enabledBeside", o.enabling_reason as reason
  from operator o join desk d on d.id = o.desk_id left join operator e on e.id = o.enabled_by left join operator b on b.id = o.enabled_beside`;

export class TraineeRepository {
  constructor(private readonly rows: EntityManager) {}

  async byId(id: string): Promise<OperatorRow> {
    return this.rows.findOneByOrFail(OperatorRow, { id });
  }

  async named(username: string): Promise<OperatorRow | undefined> {
    return (await this.rows.findOneBy(OperatorRow, { username })) ?? undefined;
  }

  async inTraining(bodyId: string): Promise<readonly FoundTrainee[]> {
    return this.rows.query<FoundTrainee[]>(`${TRAINEE} where d.body_id = $1 and o.disabled_at is null and o.training_since is not null and o.enabled_at is null order by o.display_name, o.id`, [bodyId]);
  }

  /** Nobody of another body's. */
  async ofBody(id: string, bodyId: string): Promise<FoundTrainee | undefined> {
    const [found] = await this.rows.query<FoundTrainee[]>(`${TRAINEE} where o.id = $1 and d.body_id = $2`, [id, bodyId]);
    return found;
  }

  /** The same, held to the end of the transaction: two people who enable at once come one after the other. */
  async heldOfBody(id: string, bodyId: string): Promise<OperatorRow | undefined> {
    const [found] = await this.rows.query<{ readonly id: string }[]>('select o.id from operator o join desk d on d.id = o.desk_id where o.id = $1 and d.body_id = $2 and o.disabled_at is null for update of o', [id, bodyId]);
    return found && this.byId(found.id);
  }

  async bodyOf({ deskId }: Pick<OperatorRow, 'deskId'>): Promise<string | undefined> {
    const [found] = await this.rows.query<{ readonly bodyId: string }[]>('select body_id as "bodyId" from desk where id = $1', [deskId]);
    return found?.bodyId;
  }

  async enable(id: string, { by, beside, reason, at }: { readonly by: string; readonly beside: string | null; readonly reason: string | null; readonly at: Date }): Promise<void> {
    await this.rows.query('update operator set enabled_at = $2, enabled_by = $3, enabled_beside = $4, enabling_reason = $5 where id = $1', [id, at, by, beside, reason]);
    await this.rows.query('update tutorship set ended_at = $2 where trainee_id = $1 and ended_at is null', [id, at]);
  }
}
