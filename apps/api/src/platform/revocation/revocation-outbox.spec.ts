// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RevocationState } from '@sportello/domain';
import { randomBytes } from 'node:crypto';
import supertest from 'supertest';
import { putOutRequests, type RequestWish } from '../../testing/open-requests';
import { ScriptedAuthority, ScriptedStatus } from '../../testing/scripted-authority';
import { TestApi } from '../../testing/test-api';
import { UnitOfWork } from '../database/unit-of-work';
import type { CertificateStanding } from '../authority/status/certificate-status';
import { AttemptRepository } from './attempt.repository';
import { TURN_MS } from './turn';

const ISSUER = Buffer.from('3000', 'hex');
const REVOKED: CertificateStanding = { kind: 'revoked', at: new Date('2026-11-24T09:00:00Z'), reason: 1, until: null, by: 'ocsp' };
const GOOD: CertificateStanding = { kind: 'good', until: null };

/** Whatever becomes of a test, nothing of its API is left to keep this process awake. */
const opened: TestApi[] = [];
afterEach(async () => {
  for (const api of opened.splice(0)) {
    await api.database.comeBack();
    await api.close();
  }
});

describe('a request on its way to the authority', () => {
  const authority = new ScriptedAuthority();
  const status = new ScriptedStatus();
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ revocationAuthority: authority, certificateStatus: status });
  });
  afterAll(() => api.close());
  beforeEach(() => {
    authority.answers.length = 0;
    authority.asked.length = 0;
    authority.polled.length = 0;
    status.standing = GOOD;
  });

  const put = async (wish: Partial<RequestWish> = {}): Promise<string> => {
    const [id] = await putOutRequests(api.database, { issuer: ISSUER, serials: [randomBytes(8).toString('hex')], at: api.clock.now(), ...wish });
    return id ?? '';
  };
  const stateOf = async (id: string): Promise<RevocationState | undefined> => (await api.database.query<{ state: RevocationState }>('select state from revocation_request where id = $1', [id]))[0]?.state;
  const until = (id: string, state: RevocationState): Promise<void> => api.until(async () => (await stateOf(id)) === state);
  const way = async (id: string): Promise<readonly string[]> =>
    (await api.database.query<{ to_state: string }>('select to_state from revocation_move where request_id = $1 order by at, id', [id])).map(({ to_state: to }) => to);
  const attemptOf = async (id: string): Promise<Record<string, unknown> | undefined> => (await api.database.query('select * from revocation_attempt where request_id = $1', [id]))[0];
  /** Time passes, and somebody tells the outbox, as a timer of a clock that runs would. */
  const pass = async (time: Parameters<TestApi['clock']['pass']>[0]): Promise<void> => {
    api.clock.pass(time);
    await api.database.query(`select pg_notify('sportello', '{"to":"revocations","requestId":""}')`);
  };

  it('is accepted, and confirmed once it shows: with its times, in the register and in the log', async () => {
    const id = await put();
    await until(id, 'accepted');
    expect(authority.asked[0]).toMatchObject({ reason: 1, transactionId: expect.stringMatching(/^[0-9a-f]{32}$/) as string, at: api.clock.now() });
    status.standing = REVOKED;
    await pass({ seconds: 2 });
    await until(id, 'confirmed');
    expect(await way(id)).toEqual(['transmitted', 'accepted', 'confirmed']);
    const [row] = await api.database.query<{ seconds: string; state: string }>(
      `select extract(epoch from visible_at - accepted_at) as seconds, (select state from card c where c.id_carta = r.id_carta) as state from revocation_request r where id = $1 and transmitted_at is not null`,
      [id],
    );
    expect({ ...row, seconds: Number(row?.seconds) }).toEqual({ seconds: 2, state: 'revoked' });
    const acts = await api.database.query<{ act: string }>(`select act from audit_row where subject_id = $1 order by at, id`, [id]);
    expect(acts.map(({ act }) => act)).toEqual(['revocation.transmitted', 'revocation.accepted', 'revocation.confirmed']);
    expect((await attemptOf(id))?.['ended_at']).not.toBeNull();
  });

  it('is asked again after silence, under the same transaction, and what was revoked meanwhile is accepted', async () => {
    authority.answers.push({ kind: 'silence', because: 'TimeoutError' }, { kind: 'already-revoked' });
    const id = await put();
    await until(id, 'silent');
    await pass({ seconds: 5 });
    await until(id, 'accepted');
    expect(new Set(authority.asked.map(({ transactionId }) => transactionId)).size).toBe(1);
    expect(authority.asked).toHaveLength(2);
    expect(await way(id)).toEqual(['transmitted', 'silent', 'accepted']);
  });

  it('waits as long as it is told to, and polls with the ticket that it was given', async () => {
    authority.answers.push({ kind: 'waiting', pollAfterSeconds: 90, ticket: '0707' }, { kind: 'waiting', pollAfterSeconds: 90, ticket: '0808' });
    const id = await put();
    await until(id, 'waiting');
    await pass({ seconds: 80 });
    expect(authority.polled).toEqual([]);
    await pass({ seconds: 20 });
    await api.until(() => Promise.resolve(authority.polled.length === 1));
    await api.until(async () => (await attemptOf(id))?.['ticket'] === '0808');
    await pass({ seconds: 100 });
    await until(id, 'accepted');
    expect([authority.polled, authority.asked.length]).toEqual([['0707', '0808'], 1]);
  });

  it('goes to a supervisor at once when the authority says no, with its words', async () => {
    authority.answers.push({ kind: 'rejected', reason: 'non di questa CA', failures: ['badCertId'] });
    const id = await put();
    await until(id, 'awaiting-supervisor');
    expect(await way(id)).toEqual(['transmitted', 'refused-by-authority', 'awaiting-supervisor']);
    expect(await attemptOf(id)).toMatchObject({ last_answer: 'rejected', answer_words: 'non di questa CA badCertId', next_try_at: null });
  });

  it('is not given to a supervisor when the certificate is seen revoked', async () => {
    status.standing = REVOKED;
    authority.answers.push({ kind: 'error', reason: '', failures: ['badRequest'] });
    const id = await put();
    await until(id, 'confirmed');
    expect(await way(id)).toEqual(['transmitted', 'accepted', 'confirmed']);
  });

  it('tells that it is late, once, in the log and to whoever watches over the program, and goes to a supervisor when the authority is silent for a day', async () => {
    authority.answers.push(...Array.from({ length: 60 }, () => ({ kind: 'silence', because: 'ECONNREFUSED' }) as const));
    const id = await put();
    await until(id, 'silent');
    await pass({ minutes: 31 });
    await api.until(() => Promise.resolve(api.logLines.some((line) => line.includes('ARE LATE'))));
    expect((await supertest(api.url).get('/api/health/revocations').expect(503)).body).toMatchObject({ code: 'unavailable', details: { because: 'revocations', late: expect.any(Number) as number } });
    expect(await api.database.query(`select 1 from audit_row where subject_id = $1 and act = 'revocation.late'`, [id])).toHaveLength(1);
    await pass({ hours: 24 });
    await until(id, 'awaiting-supervisor');
    expect(new Set(authority.asked.filter(({ transactionId }, _, all) => transactionId === all[0]?.transactionId).map(({ transactionId }) => transactionId)).size).toBe(1);
    authority.answers.length = 0;
    await pass({ minutes: 1 });
  });

  it('is late too when the authority answers each try with “not now”: it waits since it first went out', async () => {
    authority.answers.push(...Array.from({ length: 60 }, () => ({ kind: 'error', reason: '', failures: ['systemUnavail'] }) as const));
    const id = await put();
    await until(id, 'refused-by-authority');
    for (let tries = 1; tries < 6; tries += 1) {
      await pass({ minutes: 7 });
      await api.until(() => Promise.resolve(authority.asked.length > tries));
      await until(id, 'refused-by-authority');
    }
    const told = async () => (await api.database.query(`select 1 from audit_row where subject_id = $1 and act = 'revocation.late'`, [id])).length;
    await pass({ seconds: 1 });
    await api.until(async () => (await told()) > 0);
    expect(await told()).toBe(1);
    authority.answers.length = 0;
    await pass({ minutes: 7 });
    await until(id, 'accepted');
  });

  it('that was accepted and shows nowhere is a supervisor’s once it is late, and ends when it shows after all', async () => {
    const id = await put();
    await until(id, 'accepted');
    await pass({ hours: 25 });
    await until(id, 'awaiting-supervisor');
    expect(await api.database.query(`select details ->> 'state' as state from audit_row where subject_id = $1 and act = 'revocation.late'`, [id])).toEqual([{ state: 'accepted' }]);
    status.standing = REVOKED;
    await pass({ hours: 2 });
    await until(id, 'confirmed');
    expect(await api.database.query(`select cause, moved_by from revocation_move where request_id = $1 and to_state = 'confirmed'`, [id])).toEqual([{ cause: 'seen-revoked', moved_by: null }]);
  });

  it('that fails by itself keeps its pauses when others are answered; who failed with everybody is tried at once, and nobody who is in a hand', async () => {
    const [own, withAll, inHand] = [await put(), await put(), await put()];
    for (const id of [own, withAll, inHand]) await until(id, 'accepted');
    const now = api.clock.now();
    const set = (id: string, failing: number, next: number) =>
      api.database.query(
        `update revocation_attempt set last_answer = 'nothing', next_look_at = null, last_try_at = $2, failing_since = $2::timestamptz - $3 * interval '1 second', next_try_at = $2::timestamptz + $4 * interval '1 millisecond' where request_id = $1`,
        [id, now, failing, next],
      );
    await Promise.all([set(own, 60, 300_000), set(withAll, 1, 300_000), set(inHand, 1, TURN_MS)]);
    await api.app.get(UnitOfWork).run((transaction) => transaction.repository(AttemptRepository).wakeSilent(new Date(now.getTime() - 2_000), now, TURN_MS));
    await pass({ seconds: 1 });
    await api.until(() => Promise.resolve(authority.asked.length > 3));
    const tries = await api.database.query<{ id: string }>('select request_id as id from revocation_attempt where request_id = any($1::uuid[]) and tries = 2', [[own, withAll, inHand]]);
    expect(tries).toEqual([{ id: withAll }]);
    await api.database.query('update revocation_attempt set ended_at = $2, next_try_at = null where request_id = any($1::uuid[])', [[own, withAll, inHand], now]);
  });

  it('is taken once by many copies, and again under the same transaction when one died with the answer in its hands', async () => {
    const [first, second] = await Promise.all([TestApi.start({ copyOf: api, revocationAuthority: authority, certificateStatus: status }), TestApi.start({ copyOf: api, revocationAuthority: authority, certificateStatus: status })]);
    const serials = Array.from({ length: 40 }, () => randomBytes(8).toString('hex'));
    const ids = await putOutRequests(api.database, { issuer: ISSUER, serials, at: api.clock.now() });
    await api.until(async () => (await api.database.query(`select 1 from revocation_request where id = any($1::uuid[]) and state = 'accepted'`, [ids])).length === ids.length);
    expect(authority.asked.map(({ certificate }) => certificate.serial).sort()).toEqual([...serials].sort());
    await Promise.all([first.close(), second.close()]);

    // An answer that nobody is there any more to hear.
    authority.asked.length = 0;
    authority.answers.push(new Promise(() => undefined));
    const id = await put();
    await api.until(() => Promise.resolve(authority.asked.length === 1));
    expect(await stateOf(id)).toBe('transmitted');
    await pass({ seconds: 60 });
    await until(id, 'accepted');
    expect(authority.asked).toHaveLength(2);
    expect(authority.asked[0]?.transactionId).toBe(authority.asked[1]?.transactionId);
    expect(await way(id)).toEqual(['transmitted', 'accepted']);
  });

  it('suspends and takes back into use by the reasons that the standard has for it', async () => {
    status.standing = { ...REVOKED, reason: 6 };
    const suspended = await put({ act: 'suspension' });
    await until(suspended, 'confirmed');
    status.standing = GOOD;
    const back = await put({ act: 'reactivation' });
    await until(back, 'confirmed');
    expect(authority.asked.map(({ reason }) => reason)).toEqual([6, 8]);
  });

  it('goes before a lot’s, however long that waits', async () => {
    const later = new Date(api.clock.now().getTime() + 60_000);
    const ofLot = await put({ at: later });
    const alone = await put({ at: new Date(later.getTime() + 1_000) });
    await api.database.query('update revocation_attempt set is_of_lot = true where request_id = $1', [ofLot]);
    const turn = { now: later, dueAt: new Date(later.getTime() + 2_000), until: new Date(later.getTime() + 120_000) };
    const [first] = await api.app.get(UnitOfWork).run((transaction) => transaction.repository(AttemptRepository).takeToTry(turn, 1, 'cmp'));
    expect(first?.requestId).toBe(alone);
  });
});

describe('an answer of the authority', () => {
  it.each(['try', 'look'] as const)('to a %s that cannot be kept because the database is away just then is kept when it is back, and nobody is asked anew', async (sort) => {
    const [authority, status] = [new ScriptedAuthority(), new ScriptedStatus()];
    status.standing = REVOKED;
    const api = await TestApi.start({ revocationAuthority: authority, certificateStatus: status });
    opened.push(api);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    if (sort === 'try') authority.answers.push(held.then(() => ({ kind: 'accepted' })));
    else status.until = held;
    const [id] = await putOutRequests(api.database, { issuer: ISSUER, serials: [randomBytes(8).toString('hex')], at: api.clock.now() });
    await api.until(() => Promise.resolve((sort === 'try' ? authority : status).asked.length === 1));
    await api.database.cutOff();
    answer();
    await api.until(() => Promise.resolve(api.logLines.some((line) => line.includes('cannot be kept now'))));
    await api.database.comeBack();
    await api.until(async () => (await api.database.query(`select 1 from revocation_request where id = $1 and state = 'confirmed'`, [id])).length === 1);
    expect([authority.asked.length, status.asked.length]).toEqual([1, 1]);
  });
});

describe('a request where no authority is reached', () => {
  it('is a supervisor’s when it is late, and never shown as sent', async () => {
    const api = await TestApi.start();
    opened.push(api);
    const [id] = await putOutRequests(api.database, { issuer: ISSUER, serials: ['00c0ffee'], at: api.clock.now() });
    api.clock.pass({ minutes: 6 });
    await api.database.query(`select pg_notify('sportello', '{"to":"revocations","requestId":""}')`);
    await api.until(async () => (await api.database.query(`select 1 from revocation_request where id = $1 and state = 'awaiting-supervisor' and transmitted_at is null`, [id])).length === 1);
    // What waits for a person is told too when it waits for too long: here, and where nothing has gone out yet.
    await putOutRequests(api.database, { issuer: ISSUER, serials: ['00c0ffef'], at: api.clock.now() });
    await api.database.query(`update revocation_request set state = 'logged' where certificate_serial = '00c0ffef'`);
    await api.database.query('update revocation_attempt set ended_at = $1, next_try_at = null where certificate_serial = $2', [api.clock.now(), '00c0ffef']);
    api.clock.pass({ hours: 5 });
    await api.database.query(`select pg_notify('sportello', '{"to":"revocations","requestId":""}')`);
    const told = async () => (await api.database.query<{ state: string }>(`select details ->> 'state' as state from audit_row where act = 'revocation.late' and details ->> 'state' in ('logged', 'awaiting-supervisor') order by 1`)).map(({ state }) => state);
    await api.until(async () => (await told()).length === 2);
    expect(await told()).toEqual(['awaiting-supervisor', 'logged']);
  });
});
