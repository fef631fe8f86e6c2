// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationMoveView, RevocationsExportQuery } from '@sportello/contracts';
import { DESK_ZONE, OPEN_REVOCATION_STATES, REVOCATION_STATES, type ServiceAge, type RevocationState } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { RevocationAttemptRow, type RevocationRequestRow } from '../../platform/database/rows/revocation-row';

export type LineRow = Pick<
  RevocationRequestRow,
  'id' | 'year' | 'number' | 'initials' | 'act' | 'reason' | 'state' | 'standing' | 'approval' | 'recordedAt' | 'since' | 'isBreach' | 'isOutOfHours'
>;

export interface ChosenRequests {
  readonly states: readonly RevocationState[];
  readonly ages: readonly ServiceAge[];
  readonly number: { readonly year: number; readonly serial: number } | null;
  readonly after: { readonly since: string; readonly id: string } | null;
}

export interface Level {
  readonly state: RevocationState;
  readonly dueMinutes: number;
  readonly lateMinutes: number;
}

export interface ExportedRequest extends LineRow {
  readonly way: string;
  readonly asker: string;
  readonly verifiedAt: Date | null;
  readonly transmittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly visibleAt: Date | null;
  readonly desk: string | null;
  readonly happenedAt: Date | null;
  readonly wronglyDelivered: string | null;
}

/** Requests as lists and pages show them. */
export class RevocationViewRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Those that have been longest in their state first; the keyset is that instant and the id. */
  async page({ states, ages, number, after }: ChosenRequests, levels: readonly Level[], now: Date, most: number): Promise<readonly LineRow[]> {
    return this.rows.query<LineRow[]>(PAGE, [states, ages, JSON.stringify(levels), now, after?.id ?? null, most, number?.year ?? null, number?.serial ?? null, after?.since ?? null]);
  }

  /** Recorded on some days at the desk or on any, the oldest first, from one on. */
  async recorded({ from, to, breaches, open }: RevocationsExportQuery, after: ExportedRequest | null, most: number): Promise<readonly ExportedRequest[]> {
    return this.rows.query<ExportedRequest[]>(EXPORT, [from ?? null, to ?? null, DESK_ZONE, after?.recordedAt ?? null, after?.id ?? null, most, breaches === 'only', open === 'only' ? OPEN_REVOCATION_STATES : REVOCATION_STATES]);
  }

  async moves(requestId: string): Promise<readonly RevocationMoveView[]> {
    const moves = await this.rows.query<(Omit<RevocationMoveView, 'at'> & { readonly at: Date })[]>(
      `select m.at, m.from_state as "from", m.to_state as "to", m.cause, m.reason, o.display_name as "by" from revocation_move m left join operator o on o.id = m.moved_by
       where m.request_id = $1 order by m.at, m.id`,
      [requestId],
    );
    return moves.map((move) => ({ ...move, at: move.at.toISOString() }));
  }

  async lastAttempt(requestId: string): Promise<RevocationAttemptRow | undefined> {
    return (await this.rows.findOne(RevocationAttemptRow, { where: { requestId }, order: { askedAt: 'DESC', id: 'DESC' } })) ?? undefined;
  }

  async nameOf(operatorId: string | null): Promise<string | null> {
    if (operatorId === null) return null;
    const [found] = await this.rows.query<{ readonly name: string }[]>('select display_name as name from operator where id = $1', [operatorId]);
    return found?.name ?? null;
  }
}

const LINE = `r.id, r.year, r.number, r.initials, r.act, r.reason, r.state, r.standing, r.approval, r.recorded_at as "recordedAt", r.since, r.is_breach as "isBreach", r.is_out_of_hours as "isOutOfHours"`;

const PAGE = `
  select ${LINE}
  from revocation_request r left join jsonb_to_recordset($3::jsonb) as level (state text, "dueMinutes" integer, "lateMinutes" integer) on level.state = r.state
  where r.state = any($1::text[])
    and (cardinality($2::text[]) = 0 or case
      when level.state is null then 'ended'
      when $4::timestamptz - r.since > level."lateMinutes" * interval '1 minute' then 'late'
      when $4::timestamptz - r.since > level."dueMinutes" * interval '1 minute' then 'due'
      else 'in-time' end = any($2::text[]))
    and ($7::integer is null or (r.year % 100 = $7 and r.number = $8))
    and ($5::uuid is null or (r.since, r.id) > ($9::timestamptz, $5))
  order by r.since, r.id limit $6`;

const EXPORT = `
  select ${LINE}, r.way, r.asker, r.verified_at as "verifiedAt", r.transmitted_at as "transmittedAt", r.accepted_at as "acceptedAt", r.visible_at as "visibleAt", d.place || ' · ' || d.name as desk,
    r.happened_at as "happenedAt", r.wrongly_delivered as "wronglyDelivered"
  from revocation_request r left join desk d on d.id = r.desk_id
  where ($1::date is null or r.recorded_at >= $1::date::timestamp at time zone $3) and ($2::date is null or r.recorded_at < ($2::date + 1)::timestamp at time zone $3)
    and ($4::timestamptz is null or (r.recorded_at, r.id) > ($4, $5::uuid)) and (r.is_breach or not $7::boolean) and r.state = any($8::text[])
  order by r.recorded_at, r.id limit $6`;
