// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallLine, CallView, EarlierCall, HelpDeskView } from '@sportello/contracts';
import { type CallCategory, type CallState, REVOCATION_SERVICE_LEVELS, callNumberOf, requestNumberOf } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { type Reach, withinReachSql } from '../../platform/access/reach';
import type { CipIdentificationRow } from '../../platform/database/rows/call-row';

export interface CallsAsked {
  readonly state: CallState | null;
  readonly category: CallCategory | null;
  readonly from: Date | null;
  readonly before: Date | null;
}

interface NumberOfRequest {
  readonly year: number;
  readonly number: number;
}

type NumberOfCall = NumberOfRequest;

type Counted = HelpDeskView['requests'];

export class HelpDeskRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Whether a call's desk is within reach, and who opened the call; one by the public page is everybody's. */
  async inReach({ deskId: own, bodyId }: Reach, deskId: string | null, openedBy: string | null): Promise<{ readonly openedBy: string | null } | undefined> {
    const [found] = await this.rows.query<{ readonly openedBy: string | null }[]>(
      `select (select display_name from operator where id = $4) as "openedBy" where $3::uuid is null or ${withinReachSql('$3::uuid', '$1', '$2::uuid')}`,
      [own, bodyId, deskId, openedBy],
    );
    return found;
  }

  /** The newest first. */
  async list({ deskId, bodyId }: Reach, { state, category, from, before }: CallsAsked, most: number): Promise<readonly CallLine[]> {
    const found = await this.rows.query<LineRow[]>(
      `${LINE} where (c.desk_id is null or ${withinReachSql('c.desk_id', '$1', '$2::uuid')}) and ($3::text is null or c.state = $3) and ($4::text is null or c.category = $4)
         and ($5::timestamptz is null or c.opened_at >= $5) and ($6::timestamptz is null or c.opened_at < $6)
       order by c.opened_at desc, c.id desc limit $7`,
      [deskId, bodyId, state, category, from, before, most],
    );
    return found.map(lineOf);
  }

  async openOf(operatorId: string): Promise<readonly CallLine[]> {
    return (await this.rows.query<LineRow[]>(`${LINE} where c.opened_by = $1 and c.state = 'open' order by c.opened_at, c.id`, [operatorId])).map(lineOf);
  }

  /** What is due soonest first. */
  async followUps({ deskId, bodyId }: Reach, most: number): Promise<readonly CallLine[]> {
    const found = await this.rows.query<LineRow[]>(
      `${LINE} where ${withinReachSql('c.desk_id', '$1', '$2::uuid')} and c.state = 'follow-up' order by c.follow_up_by, c.opened_at, c.id limit $3`,
      [deskId, bodyId, most],
    );
    return found.map(lineOf);
  }

  async requestsOf(callId: string): Promise<CallView['requests']> {
    type Row = NumberOfRequest & Omit<CallView['requests'][number], 'number'>;
    const found = await this.rows.query<Row[]>('select id, year, number, state, standing from revocation_request where call_id = $1 order by recorded_at, id', [callId]);
    return found.map(({ id, state, standing, ...request }) => ({ id, number: numberOf(request), state, standing }));
  }

  /** Other calls of whoever is recognised, at whatever desk, the newest first; `canRead` as `inReach` says. */
  async earlierOf({ deskId, bodyId }: Reach, { callId, personMac }: CipIdentificationRow): Promise<readonly EarlierCall[]> {
    type Row = Omit<EarlierCall, 'number' | 'openedAt' | 'requestNumber'> & NumberOfCall & { readonly openedAt: Date; readonly request: NumberOfRequest | null };
    const found = await this.rows.query<Row[]>(
      `select c.id, c.year, c.number, c.opened_at as "openedAt", c.channel, c.category, c.outcome, ${REQUEST} as request,
         case when d.id is not null then json_build_object('desk', d.place || ' · ' || d.name, 'body', b.name) end as "takenAt", c.desk_id is null or ${withinReachSql('c.desk_id', '$3', '$4::uuid')} as "canRead"
       from call_record c left join desk d on d.id = c.desk_id left join body b on b.id = d.body_id where c.id <> $2 and exists (select from cip_identification i where i.call_id = c.id and i.person_mac = $1)
       order by c.opened_at desc, c.id desc limit 10`,
      [personMac, callId, deskId, bodyId],
    );
    return found.map(({ request, openedAt, year, number, ...call }) => ({ ...call, number: callNumberOf({ year, number }), openedAt: openedAt.toISOString(), requestNumber: request && numberOf(request) }));
  }

  /** Telephone calls that were opened from an instant on and closed without a follow-up, by who took them: those that lasted longest in all first. */
  async figures({ deskId, bodyId }: Reach, from: Date): Promise<NonNullable<HelpDeskView['figures']>> {
    return this.rows.query(
      `select o.display_name as operator, count(*)::int as calls, round(sum(extract(epoch from c.closed_at - c.opened_at)) / 60)::int as minutes
       from call_record c join operator o on o.id = c.opened_by
       where ${withinReachSql('c.desk_id', '$1', '$2::uuid')} and c.channel = 'phone' and c.state = 'closed' and c.follow_up is null and c.opened_at >= $3
       group by o.id order by minutes desc, o.display_name`,
      [deskId, bodyId, from],
    );
  }

  /** Requests that have not ended, by how they stand with their service level. */
  async countRequests(now: Date): Promise<Counted> {
    const levels = Object.entries(REVOCATION_SERVICE_LEVELS).map(([state, level]) => ({ state, due: level.dueMinutes, late: level.lateMinutes }));
    const [counted] = await this.rows.query<[Counted]>(
      `select count(*) filter (where age <= due)::int as "inTime", count(*) filter (where age > due and age <= late)::int as due, count(*) filter (where age > late)::int as late,
         count(*) filter (where standing = 'unverified' and state = 'logged')::int as unverified, count(*) filter (where state = 'logged')::int as "toDecide",
         count(*) filter (where is_breach and state = 'logged')::int as breaches, count(*) filter (where state = 'awaiting-supervisor')::int as stuck
       from (select r.state, r.standing, r.is_breach, l.due, l.late, extract(epoch from $1::timestamptz - r.since) / 60 as age
             from revocation_request r join jsonb_to_recordset($2::jsonb) as l (state text, due numeric, late numeric) on l.state = r.state
             where r.state not in ('confirmed', 'rejected')) as open`,
      [now, JSON.stringify(levels)],
    );
    return counted;
  }
}

type LineRow = Omit<CallLine, 'number' | 'openedAt' | 'followUp' | 'requestNumber'> & NumberOfCall & {
  readonly openedAt: Date;
  readonly followUp: CallLine['followUp'];
  readonly request: NumberOfRequest | null;
};

/** SQL: the first request that was recorded from the call `c`. */
const REQUEST = `(select json_build_object('year', r.year, 'number', r.number) from revocation_request r where r.call_id = c.id order by r.recorded_at, r.id limit 1)`;

const LINE = `
  select c.id, c.year, c.number, c.state, c.channel, c.opened_at as "openedAt", c.category, c.outcome, c.is_out_of_hours as "isOutOfHours",
    case when c.follow_up is not null then jsonb_strip_nulls(jsonb_build_object('what', c.follow_up, 'by', c.follow_up_by, 'callBackAt', c.call_back_at)) end as "followUp", ${REQUEST} as request
  from call_record c`;

function lineOf({ request, openedAt, year, number, ...line }: LineRow): CallLine {
  return { ...line, number: callNumberOf({ year, number }), openedAt: openedAt.toISOString(), requestNumber: request && numberOf(request) };
}

function numberOf({ number, year }: NumberOfRequest): string {
  return requestNumberOf(number, year).value;
}
