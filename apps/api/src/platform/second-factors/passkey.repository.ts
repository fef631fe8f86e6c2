// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';

export interface KnownPasskey {
  readonly id: string;
  readonly operatorId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly signCount: number;
  readonly transports: readonly string[];
}

export interface NewPasskey extends KnownPasskey {
  readonly isSynced: boolean;
  readonly name: string;
  readonly createdAt: Date;
}

export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly isSynced: boolean;
}

/** For whom a challenge is: a session, or a sign-in that has not ended. */
export type ChallengeOwner =
  | { readonly purpose: 'unlock' | 'enrolment'; readonly sessionId: string }
  | { readonly purpose: 'sign-in'; readonly pendingId: string };

export interface NewChallenge {
  readonly id: string;
  readonly challenge: string;
  readonly expiresAt: Date;
}

export class PasskeyRepository {
  constructor(private readonly rows: EntityManager) {}

  async ofOperator(operatorId: string): Promise<readonly KnownPasskey[]> {
    return this.rows.query<KnownPasskey[]>(`${KNOWN} where operator_id = $1 order by created_at`, [operatorId]);
  }

  async listed(operatorId: string): Promise<readonly ListedPasskey[]> {
    return this.rows.query<ListedPasskey[]>(
      'select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", is_synced as "isSynced" from passkey where operator_id = $1 order by created_at, id',
      [operatorId],
    );
  }

  /** Held: two answers of the same passkey are looked at one after the other. */
  async byCredential(credentialId: string): Promise<KnownPasskey | undefined> {
    const [found] = await this.rows.query<KnownPasskey[]>(`${KNOWN} where credential_id = $1 for update`, [credentialId]);
    return found;
  }

  /** False when somebody has it already. */
  async add(passkey: NewPasskey): Promise<boolean> {
    const added = await this.rows.query<unknown[]>(
      `insert into passkey (id, operator_id, credential_id, public_key, sign_count, transports, is_synced, name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing returning id`,
      [passkey.id, passkey.operatorId, passkey.credentialId, passkey.publicKey, passkey.signCount, passkey.transports, passkey.isSynced, passkey.name, passkey.createdAt],
    );
    return added.length === 1;
  }

  async used(id: string, signCount: number, now: Date): Promise<void> {
    await this.rows.query('update passkey set sign_count = $2, last_used_at = $3 where id = $1', [id, signCount, now]);
  }

  async remove(operatorId: string, id: string): Promise<boolean> {
    const [, removed] = await this.rows.query<[unknown, number]>('delete from passkey where operator_id = $1 and id = $2', [operatorId, id]);
    return removed === 1;
  }

  async removeAll(operatorId: string): Promise<void> {
    await this.rows.query('delete from passkey where operator_id = $1', [operatorId]);
  }

  /** In place of one that the same owner was given for the same. */
  async challenge({ id, challenge, expiresAt }: NewChallenge, owner: ChallengeOwner): Promise<void> {
    const [sessionId, pendingId] = idsOf(owner);
    await this.rows.query('delete from passkey_challenge where purpose = $1 and (session_id = $2 or pending_id = $3)', [owner.purpose, sessionId, pendingId]);
    await this.rows.query('insert into passkey_challenge (id, challenge, purpose, session_id, pending_id, expires_at) values ($1, $2, $3, $4, $5, $6)', [id, challenge, owner.purpose, sessionId, pendingId, expiresAt]);
  }

  /** Each challenge is good once. */
  async takeChallenge(owner: ChallengeOwner, now: Date): Promise<string | undefined> {
    const [sessionId, pendingId] = idsOf(owner);
    const [[taken]] = await this.rows.query<[{ challenge: string; expiresAt: Date }[], number]>(
      'delete from passkey_challenge where purpose = $1 and (session_id = $2 or pending_id = $3) returning challenge, expires_at as "expiresAt"',
      [owner.purpose, sessionId, pendingId],
    );
    return taken && taken.expiresAt > now ? taken.challenge : undefined;
  }
}

const KNOWN = 'select id, operator_id as "operatorId", credential_id as "credentialId", public_key as "publicKey", sign_count::float8 as "signCount", transports from passkey';

function idsOf(owner: ChallengeOwner): readonly [string | null, string | null] {
  return owner.purpose === 'sign-in' ? [null, owner.pendingId] : [owner.sessionId, null];
}
