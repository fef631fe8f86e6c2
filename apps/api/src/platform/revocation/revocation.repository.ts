// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationCause, RevocationState } from '@sportello/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { type PreparedStatement, queryPrepared } from '../database/prepared-statement';
import { RevocationAttemptRow, RevocationRequestRow } from '../database/rows/revocation-row';
import type { RequestUnderWay, WrittenStep } from './advance-revocation';

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

  /** Those of these that there are, held alike; in one order, so that nobody waits for somebody who waits for them. */
  async heldAll(ids: readonly string[]): Promise<readonly RequestUnderWay[]> {
    return queryPrepared<RequestUnderWay>(this.rows, HELD_ALL, [ids]);
  }

  async byId(id: string): Promise<RevocationRequestRow | undefined> {
    return (await this.rows.findOneBy(RevocationRequestRow, { id })) ?? undefined;
  }

  /** Of the case, while a supervisor has not decided on it. */
  async openBreach(caseId: string): Promise<RevocationRequestRow | undefined> {
    return (await this.rows.findOneBy(RevocationRequestRow, { caseId, reason: 'wrong-delivery', state: 'logged' })) ?? undefined;
  }

  async step(id: string, written: WrittenStep): Promise<void> {
    await this.rows.update(RevocationRequestRow, { id }, written);
  }

  /** Many, as they are after their last step, with all their moves. */
  async stepAll(rows: readonly RequestUnderWay[], moves: readonly NewRevocationMove[]): Promise<void> {
    await queryPrepared(this.rows, STEP_ALL, [
      ...columnsOfMoves(moves),
      rows.map(({ id }) => id),
      rows.map(({ state }) => state),
      rows.map(({ revision }) => revision),
      rows.map(({ since }) => since),
      rows.map(({ alertedAt }) => alertedAt),
      rows.map(({ transmittedAt }) => transmittedAt),
      rows.map(({ acceptedAt }) => acceptedAt),
      rows.map(({ visibleAt }) => visibleAt),
    ]);
  }

  async noteMoves(moves: readonly NewRevocationMove[]): Promise<void> {
    await queryPrepared(this.rows, NOTE_MOVES, columnsOfMoves(moves));
  }

  async putOut(attempts: readonly RevocationAttemptRow[]): Promise<void> {
    await this.rows.insert(RevocationAttemptRow, [...attempts]);
  }

  /** Nothing goes out for these requests any more, nor is looked at. */
  async endAttempts(requests: readonly string[], now: Date): Promise<void> {
    await queryPrepared(this.rows, END_ATTEMPTS, [requests, now]);
  }

  /** A supervisor says that the authority accepted: what is left is to see it. */
  async lookFrom(requestId: string, now: Date): Promise<void> {
    await this.rows.update(RevocationAttemptRow, { requestId, endedAt: IsNull() }, { nextTryAt: null, nextLookAt: now });
  }
}

const HELD_ALL: PreparedStatement = {
  name: 'requests-held',
  text: `select id, year, number, revision, act, state, since, alerted_at as "alertedAt", id_carta as "idCarta", desk_id as "deskId", case_id as "caseId", verified_at as "verifiedAt", transmitted_at as "transmittedAt",
    accepted_at as "acceptedAt", visible_at as "visibleAt" from revocation_request where id = any($1::uuid[]) order by id for update`,
};

/** SQL: of the columns of moves. */
export const INSERT_MOVES = `insert into revocation_move (id, request_id, at, from_state, to_state, cause, reason, moved_by)
  select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[])`;

const NOTE_MOVES: PreparedStatement = { name: 'moves-noted', text: INSERT_MOVES };

/** Those who lead many change nothing else. */
const STEP_ALL: PreparedStatement = {
  name: 'requests-stepped',
  text: `with moved as (${INSERT_MOVES})
    update revocation_request r set state = step.state, since = step.since, alerted_at = step.alerted_at, revision = step.revision,
      transmitted_at = step.transmitted_at, accepted_at = step.accepted_at, visible_at = step.visible_at
    from unnest($9::uuid[], $10::text[], $11::integer[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::timestamptz[], $16::timestamptz[])
      as step (id, state, revision, since, alerted_at, transmitted_at, accepted_at, visible_at) where r.id = step.id`,
};

const END_ATTEMPTS: PreparedStatement = {
  name: 'attempts-ended',
  text: 'update revocation_attempt set ended_at = $2, next_try_at = null, next_look_at = null where request_id = any($1::uuid[]) and ended_at is null',
};

export function columnsOfMoves(moves: readonly NewRevocationMove[]): unknown[] {
  const column = <Name extends keyof NewRevocationMove>(name: Name): readonly NewRevocationMove[Name][] => moves.map((move) => move[name]);
  return [column('id'), column('requestId'), column('at'), column('from'), column('to'), column('cause'), column('reason'), column('movedBy')];
}
