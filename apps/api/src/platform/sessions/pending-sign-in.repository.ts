// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { hashOfToken } from './session-token';

export const PENDING_SECONDS = 5 * 60;
/** After so many codes the password is asked again. */
const MOST_TRIES = 5;

export interface PendingRow {
  readonly id: string;
  /** Null: nobody yet; a passkey will say who it is. */
  readonly operatorId: string | null;
}

/** Sign-ins of which the first half is done. The token is nowhere, only its hash. */
export class PendingSignInRepository {
  constructor(private readonly rows: EntityManager) {}

  async begin(pending: PendingRow & { readonly token: string; readonly createdAt: Date; readonly expiresAt: Date }): Promise<void> {
    await this.rows.query('insert into pending_sign_in (id, operator_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)', [
      pending.id,
      pending.operatorId,
      hashOfToken(pending.token),
      pending.createdAt,
      pending.expiresAt,
    ]);
  }

  async of(token: string, now: Date): Promise<PendingRow | undefined> {
    const [found] = await this.rows.query<PendingRow[]>('select id, operator_id as "operatorId" from pending_sign_in where token_hash = $1 and expires_at > $2 and tries < $3', [hashOfToken(token), now, MOST_TRIES]);
    return found;
  }

  /** One more try; nothing when there were enough, or it took too long. */
  async tryOnce(token: string, now: Date): Promise<PendingRow | undefined> {
    const [[found]] = await this.rows.query<[PendingRow[], number]>(
      'update pending_sign_in set tries = tries + 1 where token_hash = $1 and expires_at > $2 and tries < $3 returning id, operator_id as "operatorId"',
      [hashOfToken(token), now, MOST_TRIES],
    );
    return found;
  }

  /** All of a person's: by what they began is good no longer. */
  async endOf(operatorId: string): Promise<void> {
    await this.rows.query('delete from pending_sign_in where operator_id = $1', [operatorId]);
  }

  async end(id: string): Promise<void> {
    await this.rows.query('delete from pending_sign_in where id = $1', [id]);
  }
}
