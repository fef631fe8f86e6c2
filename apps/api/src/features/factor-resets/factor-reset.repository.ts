// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';

export interface FactorReset {
  readonly id: string;
  readonly operatorId: string;
  readonly operatorDeskId: string;
  readonly operatorName: string;
  readonly askedBy: string;
  readonly askerName: string;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly confirmedAt: Date | null;
}

/** Resets of second factors within one body. */
export class FactorResetRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Somebody of this body's desks. */
  async isOfBody(operatorId: string, bodyId: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>('select from operator o join desk d on d.id = o.desk_id where o.id = $1 and d.body_id = $2', [operatorId, bodyId]);
    return found.length === 1;
  }

  async ask(reset: Pick<FactorReset, 'id' | 'operatorId' | 'askedBy' | 'askedAt' | 'expiresAt'>): Promise<void> {
    await this.rows.query('insert into factor_reset (id, operator_id, asked_by, asked_at, expires_at) values ($1, $2, $3, $4, $5)', [reset.id, reset.operatorId, reset.askedBy, reset.askedAt, reset.expiresAt]);
  }

  async waiting(bodyId: string, now: Date): Promise<readonly FactorReset[]> {
    return this.rows.query<FactorReset[]>(`${RESETS} where r.confirmed_at is null and r.expires_at > $2 and d.body_id = $1 order by r.asked_at`, [bodyId, now]);
  }

  async of(id: string, bodyId: string): Promise<FactorReset | undefined> {
    const [found] = await this.rows.query<FactorReset[]>(`${RESETS} where r.id = $1 and d.body_id = $2`, [id, bodyId]);
    return found;
  }

  /** One statement, so that it takes effect once. */
  async confirm(id: string, confirmedBy: string, now: Date): Promise<boolean> {
    const [, confirmed] = await this.rows.query<[unknown, number]>('update factor_reset set confirmed_by = $2, confirmed_at = $3 where id = $1 and confirmed_at is null and expires_at > $3', [id, confirmedBy, now]);
    return confirmed === 1;
  }
}

const RESETS = `
  select r.id, r.operator_id as "operatorId", o.desk_id as "operatorDeskId", o.display_name as "operatorName", r.asked_by as "askedBy", a.display_name as "askerName",
         r.asked_at as "askedAt", r.expires_at as "expiresAt", r.confirmed_at as "confirmedAt"
  from factor_reset r join operator o on o.id = r.operator_id join operator a on a.id = r.asked_by join desk d on d.id = o.desk_id`;
