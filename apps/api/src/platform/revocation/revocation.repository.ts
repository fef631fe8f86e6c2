// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationCause, RevocationState } from '@sportello/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { RevocationAttemptRow, RevocationRequestRow } from '../database/rows/revocation-row';

/** What a step may write on a request besides its state. */
export type RevocationChanges = Partial<Omit<RevocationRequestRow, 'id' | 'year' | 'number' | 'state' | 'since' | 'revision' | 'recordedAt'>>;

export interface NewRevocationMove {
  readonly id: string;
  readonly requestId: string;
  readonly at: Date;
  readonly from: RevocationState;
  readonly to: RevocationState;
  readonly cause: RevocationCause | null;
  /** In a supervisor's words. */
  readonly reason: string | null;
  readonly movedBy: string | null;
}

export class RevocationRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The request, held until the transaction ends. */
  async held(id: string): Promise<RevocationRequestRow | undefined> {
    return (await this.rows.findOne(RevocationRequestRow, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  async byId(id: string): Promise<RevocationRequestRow | undefined> {
    return (await this.rows.findOneBy(RevocationRequestRow, { id })) ?? undefined;
  }

  /** Of the case, while a supervisor has not decided on it. */
  async openBreach(caseId: string): Promise<RevocationRequestRow | undefined> {
    return (await this.rows.findOneBy(RevocationRequestRow, { caseId, reason: 'wrong-delivery', state: 'logged' })) ?? undefined;
  }

  async record(...rows: readonly RevocationRequestRow[]): Promise<void> {
    await this.rows.insert(RevocationRequestRow, [...rows]);
  }

  /** The request after one step. */
  async step(row: Readonly<RevocationRequestRow>, state: RevocationState, now: Date, changes: RevocationChanges): Promise<RevocationRequestRow> {
    const written = { ...changes, state, since: now, alertedAt: null, revision: row.revision + 1 };
    await this.rows.update(RevocationRequestRow, { id: row.id }, written);
    return { ...row, ...written };
  }

  async noteMove({ id, requestId, at, from, to, cause, reason, movedBy }: NewRevocationMove): Promise<void> {
    await this.rows.query('insert into revocation_move (id, request_id, at, from_state, to_state, cause, reason, moved_by) values ($1, $2, $3, $4, $5, $6, $7, $8)', [id, requestId, at, from, to, cause, reason, movedBy]);
  }

  /** The same first move of many. */
  async noteVerified(moves: readonly { readonly id: string; readonly requestId: string }[], at: Date, movedBy: string | null): Promise<void> {
    await this.rows.query(
      `insert into revocation_move (id, request_id, at, from_state, to_state, moved_by)
       select id, request_id, $3, 'logged', 'verified', $4 from unnest($1::uuid[], $2::uuid[]) as move (id, request_id)`,
      [moves.map(({ id }) => id), moves.map(({ requestId }) => requestId), at, movedBy],
    );
  }

  async putOut(attempts: readonly RevocationAttemptRow[]): Promise<void> {
    await this.rows.insert(RevocationAttemptRow, [...attempts]);
  }

  /** What is under way with the authority for a request. */
  async livingAttempt(requestId: string): Promise<RevocationAttemptRow | undefined> {
    return (await this.rows.findOneBy(RevocationAttemptRow, { requestId, endedAt: IsNull() })) ?? undefined;
  }

  async endAttempt(requestId: string, now: Date): Promise<void> {
    await this.rows.update(RevocationAttemptRow, { requestId, endedAt: IsNull() }, { endedAt: now, nextTryAt: null, nextLookAt: null });
  }

  /** A supervisor says that the authority accepted: what is left is to see it. */
  async lookFrom(requestId: string, now: Date): Promise<void> {
    await this.rows.update(RevocationAttemptRow, { requestId, endedAt: IsNull() }, { nextTryAt: null, nextLookAt: now });
  }
}
