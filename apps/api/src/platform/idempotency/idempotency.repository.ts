// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { type PreparedStatement, queryPrepared } from '../database/prepared-statement';
import { IdempotencyKeyRow } from '../database/rows/idempotency-key-row';

const CLAIM: PreparedStatement = {
  name: 'key-claimed',
  text: 'insert into idempotency_key (operator_id, key, fingerprint, created_at) values ($1, $2, $3, $4) on conflict do nothing returning 1',
};

export class IdempotencyRepository {
  constructor(private readonly rows: EntityManager) {}

  /**
   * Takes the key for this act, or finds the act that took it before. Two requests with one key come one after the other: the second waits here until the first
   * has ended, and then finds its answer, or its place free again.
   */
  async claim(key: Pick<IdempotencyKeyRow, 'operatorId' | 'key' | 'fingerprint' | 'createdAt'>): Promise<IdempotencyKeyRow | undefined> {
    const claimed = await queryPrepared(this.rows, CLAIM, [key.operatorId, key.key, key.fingerprint, key.createdAt]);
    if (claimed.length > 0) return undefined;
    return this.rows.findOneByOrFail(IdempotencyKeyRow, { operatorId: key.operatorId, key: key.key });
  }

  async isSettled(operatorId: string, key: string): Promise<boolean> {
    const found = await this.rows.query<unknown[]>('select 1 from idempotency_key where operator_id = $1 and key = $2 and answer is not null', [operatorId, key]);
    return found.length > 0;
  }
}
