// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AuthorityAnswer, type CertificateAct, type CrlReason, OPEN_REVOCATION_STATES, REVOCATION_SERVICE_LEVELS, type RevocationCause, type RevocationState } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

/** A request on its way to the authority or back, with the transaction that it goes under. */
export interface OnItsWay {
  readonly attemptId: string;
  readonly requestId: string;
  readonly year: number;
  readonly number: number;
  readonly state: RevocationState;
  readonly act: CertificateAct;
  readonly idCarta: string;
  readonly deskId: string | null;
  readonly certificateIssuer: Buffer;
  readonly certificateSerial: string;
  readonly crlReason: CrlReason;
  readonly transactionId: string;
  /** When the citizen asked. */
  readonly recordedAt: Date;
  readonly sentAt: Date;
  readonly tries: number;
  readonly looks: number;
  readonly lastAnswer: AuthorityAnswer | null;
  readonly ticket: string | null;
  readonly isEnded: boolean;
}

export interface Move {
  readonly id: string;
  readonly requestId: string;
  readonly from: RevocationState;
  readonly to: RevocationState;
  readonly cause?: RevocationCause | undefined;
  readonly movedBy?: string | null;
  /** False: it did not really go out, for there is nobody whom it could go to. */
  readonly isSent?: boolean;
}

export interface LateRequest {
  readonly requestId: string;
  readonly year: number;
  readonly number: number;
  readonly state: RevocationState;
  readonly deskId: string | null;
}

export interface NextDue {
  readonly tryAt: Date | null;
  readonly lookAt: Date | null;
  readonly lateAt: Date | null;
}

const COLUMNS = `a.id as "attemptId", r.id as "requestId", r.year, r.number, r.state, r.act, r.id_carta as "idCarta", r.desk_id as "deskId", a.certificate_issuer as "certificateIssuer",
  a.certificate_serial as "certificateSerial", a.crl_reason as "crlReason", a.transaction_id as "transactionId", r.recorded_at as "recordedAt",
  greatest(a.asked_at, r.transmitted_at) as "sentAt", a.tries, a.looks, a.last_answer as "lastAnswer", a.ticket, a.ended_at is not null as "isEnded"`;

/** States in which a request is the outbox's business. */
const ON_THE_WAY = OPEN_REVOCATION_STATES.filter((state) => state !== 'logged' && state !== 'awaiting-supervisor');

/** SQL: since when the request `r` is later than its state allows. */
const LATE_AT = `r.since + case r.state ${ON_THE_WAY.map((state) => `when '${state}' then interval '${REVOCATION_SERVICE_LEVELS[state].lateMinutes} minutes'`).join(' ')} end`;
const NOT_TOLD = `a.ended_at is null and a.alerted_at is null and r.state in (${ON_THE_WAY.map((state) => `'${state}'`).join(', ')})`;

function rowOf({ id, requestId, from, to, cause, movedBy, isSent }: Move): Readonly<Record<string, unknown>> {
  return { id, request_id: requestId, from_state: from, to_state: to, cause: cause ?? null, moved_by: movedBy ?? null, is_sent: isSent ?? true };
}

/** The outbox of requests to the authority, and what becomes of them. Rows that another copy of the API holds are passed over. */
export class RevocationWayRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Some that were due at `dueAt`, the longest due first. They are this copy's until `until`: who dies meanwhile leaves them to the others. */
  async takeToTry({ now, dueAt, until }: { readonly now: Date; readonly dueAt: Date; readonly until: Date }, most: number, authority: string | null): Promise<readonly OnItsWay[]> {
    const [taken] = await this.rows.query<[OnItsWay[], number]>(
      `with due as (
         select a.id from revocation_attempt a join revocation_request r on r.id = a.request_id where a.next_try_at <= $5 order by a.next_try_at limit $3 for update of a, r skip locked)
       update revocation_attempt a set tries = a.tries + 1, last_try_at = $1, next_try_at = $2, authority = $4 from due, revocation_request r
       where a.id = due.id and r.id = a.request_id returning ${COLUMNS}`,
      [now, until, most, authority, dueAt],
    );
    return taken;
  }

  /** Some whose certificate may be looked at now. */
  async takeToLook(now: Date, until: Date, most: number): Promise<readonly OnItsWay[]> {
    const [taken] = await this.rows.query<[OnItsWay[], number]>(
      `with due as (
         select a.id from revocation_attempt a join revocation_request r on r.id = a.request_id where a.next_look_at <= $1 order by a.next_look_at limit $3 for update of a, r skip locked)
       update revocation_attempt a set looks = a.looks + 1, next_look_at = $2 from due, revocation_request r
       where a.id = due.id and r.id = a.request_id returning ${COLUMNS}`,
      [now, until, most],
    );
    return taken;
  }

  /** As it is now, held until the transaction ends. */
  async held(attemptId: string): Promise<OnItsWay | undefined> {
    const [found] = await this.rows.query<OnItsWay[]>(`select ${COLUMNS} from revocation_attempt a join revocation_request r on r.id = a.request_id where a.id = $1 for update of a, r`, [attemptId]);
    return found;
  }

  /** Leads requests that the caller holds into a state, and writes down that they went. */
  async move(moves: readonly Move[], now: Date): Promise<void> {
    if (moves.length === 0) return;
    await this.rows.query(
      `with moved as (
         insert into revocation_move (id, request_id, at, from_state, to_state, cause, moved_by)
         select m.id, m.request_id, $1, m.from_state, m.to_state, m.cause, m.moved_by
         from jsonb_to_recordset($2::jsonb) as m (id uuid, request_id uuid, from_state text, to_state text, cause text, moved_by uuid))
       update revocation_request r set state = m.to_state, since = $1, revision = r.revision + 1,
         transmitted_at = case when m.to_state = 'transmitted' and m.is_sent then coalesce(r.transmitted_at, $1) else r.transmitted_at end,
         accepted_at = case when m.to_state = 'accepted' then $1 else r.accepted_at end,
         visible_at = case when m.to_state = 'confirmed' then $1 else r.visible_at end
       from jsonb_to_recordset($2::jsonb) as m (request_id uuid, to_state text, is_sent boolean) where r.id = m.request_id`,
      [now, JSON.stringify(moves.map(rowOf))],
    );
  }

  async keepAnswer(attemptId: string, kept: { readonly answer: AuthorityAnswer; readonly words: string | null; readonly ticket: string | null; readonly nextTryAt: Date | null; readonly nextLookAt: Date | null; readonly deadAt: Date | null }): Promise<void> {
    const { answer, words, ticket, nextTryAt, nextLookAt, deadAt } = kept;
    await this.rows.query(
      `update revocation_attempt set last_answer = $2, answer_words = $3, ticket = $4, next_try_at = $5, next_look_at = $6, dead_at = $7,
         alerted_at = case when $2 in ('accepted', 'already-revoked') then null else alerted_at end where id = $1`,
      [attemptId, answer, words, ticket, nextTryAt, nextLookAt, deadAt],
    );
  }

  async lookAgain(attemptId: string, at: Date): Promise<void> {
    await this.rows.query('update revocation_attempt set next_look_at = $2 where id = $1 and next_look_at is not null', [attemptId, at]);
  }

  async end(attemptId: string, now: Date): Promise<void> {
    await this.rows.query('update revocation_attempt set ended_at = $2, next_try_at = null, next_look_at = null where id = $1', [attemptId, now]);
  }

  /** The authority answers again: whoever waits because it did not is tried now. */
  async wakeSilent(now: Date): Promise<void> {
    await this.rows.query(
      `update revocation_attempt set next_try_at = $1 where id in (
         select id from revocation_attempt where last_answer = 'nothing' and next_try_at > $1 and ticket is null for update skip locked)`,
      [now],
    );
  }

  /** When something is due next: a try, a look, or a request that will be late. */
  async nextDue(): Promise<NextDue> {
    const [found] = await this.rows.query<[NextDue]>(
      `select (select min(next_try_at) from revocation_attempt where next_try_at is not null) as "tryAt",
         (select min(next_look_at) from revocation_attempt where next_look_at is not null) as "lookAt",
         (select min(${LATE_AT}) from revocation_attempt a join revocation_request r on r.id = a.request_id where ${NOT_TOLD}) as "lateAt"`,
    );
    return found;
  }

  /** Those that have become late, each once in its state. */
  async newlyLate(now: Date): Promise<readonly LateRequest[]> {
    const [late] = await this.rows.query<[LateRequest[], number]>(
      `update revocation_attempt a set alerted_at = $1 from revocation_request r where r.id = a.request_id and ${NOT_TOLD} and ${LATE_AT} <= $1
       returning r.id as "requestId", r.year, r.number, r.state, r.desk_id as "deskId"`,
      [now],
    );
    return late;
  }

  /** Late ones on their way, and those that wait for a supervisor. */
  async troubles(now: Date): Promise<{ readonly late: number; readonly stuck: number }> {
    const [found] = await this.rows.query<[{ readonly late: number; readonly stuck: number }]>(
      `select (count(*) filter (where r.state <> 'awaiting-supervisor' and ${LATE_AT} <= $1))::int as late, (count(*) filter (where r.state = 'awaiting-supervisor'))::int as stuck
       from revocation_request r where r.state in ('awaiting-supervisor', ${ON_THE_WAY.map((state) => `'${state}'`).join(', ')})`,
      [now],
    );
    return found;
  }
}
