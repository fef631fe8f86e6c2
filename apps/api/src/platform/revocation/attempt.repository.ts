// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AuthorityAnswer, type CertificateAct, type CrlReason, OPEN_REVOCATION_STATES, REVOCATION_SERVICE_LEVELS, type RevocationState } from '@sportello/domain';
import type { EntityManager } from 'typeorm';
import { type PreparedStatement, queryPrepared } from '../database/prepared-statement';

/** A transaction with the authority, in the hands of one copy of the API. */
export interface Attempt {
  readonly id: string;
  readonly requestId: string;
  readonly transactionId: string;
  readonly certificateIssuer: Buffer;
  readonly certificateSerial: string;
  readonly crlReason: CrlReason;
  readonly askedAt: Date;
  /** With this try, when it is one. */
  readonly lastTryAt: Date | null;
  readonly failingSince: Date | null;
  readonly doubtedSince: Date | null;
  readonly tries: number;
  readonly looks: number;
  readonly ticket: string | null;
  readonly act: CertificateAct;
  /** Of its request, when it was taken. */
  readonly state: RevocationState;
}

export interface KeptAnswer {
  readonly id: string;
  readonly answer: AuthorityAnswer;
  readonly words: string | null;
  readonly ticket: string | null;
  readonly failingSince: Date | null;
  readonly doubtedSince: Date | null;
  readonly nextTryAt: Date | null;
  readonly nextLookAt: Date | null;
  readonly deadAt: Date | null;
}

export interface LateRequest {
  readonly id: string;
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

/** Until when who took it has it, and since when it had to be due to be taken. */
export interface Turn {
  readonly now: Date;
  readonly dueAt: Date;
  readonly until: Date;
}

const COLUMNS = `a.id, a.request_id as "requestId", a.transaction_id as "transactionId", a.certificate_issuer as "certificateIssuer", a.certificate_serial as "certificateSerial",
  a.crl_reason as "crlReason", a.asked_at as "askedAt", a.last_try_at as "lastTryAt",
  a.failing_since as "failingSince", a.doubted_since as "doubtedSince", a.tries, a.looks, a.ticket, r.act, r.state`;

/** SQL: from when on the open request `r` is later than its state allows. */
const LATE_AT = `r.since + case r.state ${OPEN_REVOCATION_STATES.map((state) => `when '${state}' then interval '${REVOCATION_SERVICE_LEVELS[state].lateMinutes} minutes'`).join(' ')} end`;
const OPEN = `r.state not in ('confirmed', 'rejected')`;

/** SQL: some attempts by the time in `column`, with their requests; those that somebody else holds are passed over. */
const dueSql = (column: 'next_try_at' | 'next_look_at'): string =>
  `select a.id from revocation_attempt a join revocation_request r on r.id = a.request_id where a.${column} <= $1 order by a.is_of_lot, a.${column} limit $3 for update of a, r skip locked`;

/** SQL, word for word the condition of the index by state and age: it is not known yet that the request is late. */
const NOT_TOLD = `alerted_at is null and state not in ('confirmed', 'rejected')`;

const TAKE_TO_TRY: PreparedStatement = {
  name: 'attempts-taken-to-try',
  text: `with due as (${dueSql('next_try_at')})
    update revocation_attempt a set tries = a.tries + 1, last_try_at = $4, next_try_at = $2, authority = $5 from due, revocation_request r
    where a.id = due.id and r.id = a.request_id returning ${COLUMNS}`,
};

const TAKE_TO_LOOK: PreparedStatement = {
  name: 'attempts-taken-to-look',
  text: `with due as (${dueSql('next_look_at')})
    update revocation_attempt a set looks = a.looks + 1, next_look_at = $2 from due, revocation_request r
    where a.id = due.id and r.id = a.request_id returning ${COLUMNS}`,
};

const HELD_ALL: PreparedStatement = {
  name: 'attempts-held',
  text: `select ${COLUMNS} from revocation_attempt a join revocation_request r on r.id = a.request_id where a.id = any($1::uuid[]) and a.ended_at is null order by a.id for update of a`,
};

const KEEP_ALL: PreparedStatement = {
  name: 'attempts-kept',
  text: `update revocation_attempt a set last_answer = kept.answer, answer_words = kept.words, ticket = kept.ticket, next_try_at = kept.next_try_at, next_look_at = kept.next_look_at,
      dead_at = kept.dead_at, failing_since = kept.failing_since, doubted_since = kept.doubted_since
    from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[])
      as kept (id, answer, words, ticket, next_try_at, next_look_at, dead_at, failing_since, doubted_since) where a.id = kept.id`,
};

const LOOK_AGAIN: PreparedStatement = {
  name: 'attempts-looked-at-again',
  text: 'update revocation_attempt a set next_look_at = again.at from unnest($1::uuid[], $2::timestamptz[]) as again (id, at) where a.id = again.id and a.next_look_at is not null',
};

const NEXT_DUE: PreparedStatement = {
  name: 'next-due',
  text: `select (select min(next_try_at) from revocation_attempt where next_try_at is not null) as "tryAt",
      (select min(next_look_at) from revocation_attempt where next_look_at is not null) as "lookAt",
      (select min(${LATE_AT}) from unnest($1::text[]) as open (state)
         cross join lateral (select state, since from revocation_request where state = open.state and ${NOT_TOLD} order by since limit 1) r) as "lateAt"`,
};

/** The outbox to the authority, and the watch over what it publishes. */
export class AttemptRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The longest due first, and lots after everybody who asked alone. Who dies with some in its hands leaves them to the others after their turn. `authority`: null when there is none to send to. */
  async takeToTry({ now, dueAt, until }: Turn, most: number, authority: 'cmp' | 'file' | null): Promise<readonly Attempt[]> {
    return queryPrepared<Attempt>(this.rows, TAKE_TO_TRY, [dueAt, until, most, now, authority]);
  }

  /** Those whose certificate is to be looked at. */
  async takeToLook({ dueAt, until }: Turn, most: number): Promise<readonly Attempt[]> {
    return queryPrepared<Attempt>(this.rows, TAKE_TO_LOOK, [dueAt, until, most]);
  }

  /** As they are now, held until the transaction ends; without those that have ended. The caller holds their requests. */
  async heldAll(ids: readonly string[]): Promise<readonly Attempt[]> {
    return queryPrepared<Attempt>(this.rows, HELD_ALL, [ids]);
  }

  async keepAll(all: readonly KeptAnswer[]): Promise<void> {
    const column = <Name extends keyof KeptAnswer>(name: Name): readonly KeptAnswer[Name][] => all.map((kept) => kept[name]);
    const columns = [column('id'), column('answer'), column('words'), column('ticket'), column('nextTryAt'), column('nextLookAt'), column('deadAt'), column('failingSince'), column('doubtedSince')];
    await queryPrepared(this.rows, KEEP_ALL, columns);
  }

  async lookAgain(all: readonly { readonly id: string; readonly at: Date }[]): Promise<void> {
    await queryPrepared(this.rows, LOOK_AGAIN, [all.map(({ id }) => id), all.map(({ at }) => at)]);
  }

  /**
   * The authority answers again: whoever began to fail while nobody was answered, since an instant, is tried now. Others have a trouble of their own, and their pauses stay; what
   * is in somebody's hands until its turn is over stays there.
   */
  async wakeSilent(since: Date, now: Date, turnMs: number): Promise<void> {
    await this.rows.query(
      `update revocation_attempt set next_try_at = $2 where id in (
         select id from revocation_attempt where last_answer = 'nothing' and next_try_at > $2 and failing_since >= $1 and next_try_at <> last_try_at + $3 * interval '1 millisecond'
         for update skip locked)`,
      [since, now, turnMs],
    );
  }

  /** When something is due next: a try, a look, or a request that will be late. */
  async nextDue(): Promise<NextDue> {
    const [found] = await queryPrepared<NextDue>(this.rows, NEXT_DUE, [OPEN_REVOCATION_STATES]);
    return found ?? { tryAt: null, lookAt: null, lateAt: null };
  }

  /** Those that have become late, each once in its state. */
  async newlyLate(now: Date): Promise<readonly LateRequest[]> {
    const [late] = await this.rows.query<[LateRequest[], number]>(
      `update revocation_request r set alerted_at = $1 where ${OPEN} and r.alerted_at is null and ${LATE_AT} <= $1
       returning r.id, r.year, r.number, r.state, r.desk_id as "deskId"`,
      [now],
    );
    return late;
  }

  /** How many are late, and how many wait for a supervisor because they got stuck. */
  async troubles(now: Date): Promise<{ readonly late: number; readonly stuck: number }> {
    const [found] = await this.rows.query<[{ readonly late: number; readonly stuck: number }]>(
      `select (count(*) filter (where ${LATE_AT} <= $1))::int as late, (count(*) filter (where r.state = 'awaiting-supervisor'))::int as stuck
       from revocation_request r where ${OPEN}`,
      [now],
    );
    return found;
  }
}
