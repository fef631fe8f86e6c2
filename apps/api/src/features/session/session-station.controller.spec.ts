// SPDX-License-Identifier: AGPL-3.0-or-later
import { CSRF_HEADER, type SessionView } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

const [LEFT, RIGHT] = ['ABCD-2345', 'EFGH-6789'] as const;

describe('a browser at a desk with several stations', () => {
  let api: TestApi;
  let left: StationClient;
  let right: StationClient;
  let operator: OperatorClient;

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({
      stations: [{ desk: 'MS-2', name: 'Postazione 2', enrolmentCode: 'WXYZ-2345-BBBB' }],
      sheets: [{ desk: 'MS-2', station: 'Postazione 2', from: '000701', to: '000720' }],
    });
    [left, right] = [await api.station(), await api.stationWith('WXYZ-2345-BBBB')];
    await Promise.all([left.tellCode(LEFT), right.tellCode(RIGHT)]);
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    operator = await api.signIn();
    api.clock.pass({ seconds: 301 });
    await Promise.all([left, right].map((station) => station.status({ reader: 'ready', operatorReader: null, envelopes: 'ready', forms: 'ready', stationery: 'plain-paper', isTest: true, version: 'test' })));
  });

  const show = (code: string, who = operator) => who.post('/api/session/station', { code });
  const cookieAfter = async (code: string): Promise<string> => (await show(code).expect(200)).get('set-cookie')?.[0] ?? '';

  it('stands at none until it has shown a code: no card, no act, and the page is told what to ask for', async () => {
    const insertionId = await left.insert(await api.card());
    expect(await operator.desk()).toMatchObject({ stationChoice: 'asked', station: null, cardInReader: null });
    expect(codeOf(await operator.post('/api/cases', { insertionId }).expect(409))).toBe('station-not-bound');
    await left.remove(insertionId);
  });

  it('stands where the code says, however it was typed, and sees that station’s card only', async () => {
    const [here, there] = [await left.insert(await api.card()), await right.insert(await api.card())];
    const answer = await show(` ${LEFT.toLowerCase().replace('-', ' ')} `).expect(200);
    expect(answer.body).toMatchObject({ stationId: left.id, name: 'Postazione 1' });
    expect(await operator.desk()).toMatchObject({ stationChoice: 'made', station: { id: left.id }, cardInReader: { insertionId: here } });
    expect(codeOf(await operator.post('/api/cases', { insertionId: there }).expect(409))).toBe('card-changed');
    await show(RIGHT).expect(200);
    expect(await operator.desk()).toMatchObject({ station: { id: right.id }, cardInReader: { insertionId: there } });
    await Promise.all([left.remove(here), right.remove(there)]);
  });

  it('has its acts done, and told in the log, at its own station', async () => {
    await show(LEFT).expect(200);
    const card = await api.card();
    const insertionId = await left.insert(card);
    const view = await operator.open(insertionId);
    await left.remove(insertionId);
    const elsewhere = await right.insert(card);
    expect(await operator.case(view.id)).toMatchObject({ isCardInReader: false, card: null, obstacle: { code: 'no-card' } });
    expect((await operator.desk()).openCases.find(({ id }) => id === view.id)).toMatchObject({ isCardInReader: false });
    // Begun at one station, the case goes on at another of the desk once the operator stands there.
    await show(RIGHT).expect(200);
    expect(await operator.identify(await operator.case(view.id))).toMatchObject({ state: 'printing' });
    await right.job('print-envelope', { caseId: view.id });
    const told = await api.database.query(`select act, station_id from audit_row where case_id = $1 and act in ('case.opened', 'case.print-ordered') order by position`, [view.id]);
    expect(told).toEqual([{ act: 'case.opened', station_id: left.id }, { act: 'case.print-ordered', station_id: right.id }]);
    await right.remove(elsewhere);
  });

  it('prints a paper without a card at its own station, though another could too', async () => {
    await show(RIGHT).expect(200);
    await operator.post('/api/papers', { paper: 'what-to-bring', kind: 'holder', purpose: 'activation', language: 'it' }).expect(200);
    expect((await right.job('print-paper', { paper: 'what-to-bring' })).stationId).toBe(right.id);
  });

  it('stays there over a sign-out, by a cookie that no page reads, and that is no other station’s', async () => {
    const cookie = await cookieAfter(LEFT);
    expect(cookie).toMatch(/^__Host-station=[^;]+; Path=\/; Max-Age=31536000; HttpOnly; Secure; SameSite=Strict$/);
    const value = cookie.split(';')[0] ?? '';
    const again = await api.signIn();
    const deskWith = async (sent: string) => (await supertest(api.url).get('/api/desk').set('cookie', `${again.cookie}; ${sent}`).expect(200)).body as { stationChoice: string };
    expect((await deskWith(value.replace(left.id, right.id))).stationChoice).toBe('asked');
    expect((await deskWith(value.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).stationChoice).toBe('asked');
    expect(await deskWith(value)).toMatchObject({ stationChoice: 'made', station: { id: left.id } });
    // The session has it from then on.
    expect(await again.desk()).toMatchObject({ station: { id: left.id } });
    const told = await api.database.query(`select details->>'by' as by from audit_row where act = 'session.station-bound' order by position desc limit 1`);
    expect(told).toEqual([{ by: 'cookie' }]);
  });

  it('is asked again once its station shows another code, and its cookie is worth nothing', async () => {
    const value = (await cookieAfter(LEFT)).split(';')[0] ?? '';
    const events = await operator.events();
    await events.next();
    await left.tellCode('MNPQ-2345');
    await events.next(({ data }) => (data as { topic: string }).topic === 'station');
    events.close();
    expect(await operator.desk()).toMatchObject({ stationChoice: 'asked' });
    const desk = await supertest(api.url).get('/api/desk').set('cookie', `${operator.cookie}; ${value}`).expect(200);
    expect(desk.body).toMatchObject({ stationChoice: 'asked' });
    // Told again, the same code changes nothing.
    await show('MNPQ-2345').expect(200);
    await left.tellCode('MNPQ-2345');
    expect(await operator.desk()).toMatchObject({ stationChoice: 'made' });
    await left.tellCode(LEFT);
  });

  it('is refused by a code that no station of its desk shows, in the log too, and has to wait when it goes on guessing', async () => {
    const elsewhere = await api.signIn('carli');
    expect(codeOf(await show(LEFT, elsewhere).expect(403))).toBe('station-code-unknown');
    expect(codeOf(await show('ABCD-2346').expect(403))).toBe('station-code-unknown');
    expect(codeOf(await show('non un codice').expect(403))).toBe('station-code-unknown');
    for (let time = 0; time < 28; time += 1) await show('ABCD-2346').expect(403);
    const waits = await show(LEFT).expect(429);
    expect(waits.body).toMatchObject({ code: 'too-many-attempts' });
    expect(Number(waits.headers['retry-after'])).toBeGreaterThan(0);
    const told = await api.database.query(`select 1 from audit_row where act = 'session.station-refused'`);
    expect(told.length).toBeGreaterThanOrEqual(30);
  });

  it('shows its code from our own page only, and keeps it nowhere', async () => {
    expect(codeOf(await supertest(api.url).post('/api/session/station').set('cookie', operator.cookie).send({ code: LEFT }).expect(403))).toBe('csrf-token-missing');
    await show(LEFT).expect(200);
    const rows = await api.database.query<{ text: string }>('select s::text as text from station s union all select a::text from audit_row a');
    const everything = [...rows.map(({ text }) => text), ...api.logLines].join('\n');
    for (const code of [LEFT, LEFT.replace('-', '')]) expect(everything).not.toContain(code);
  });

  it('is nobody’s who works no case: a supervisor looks at the whole desk', async () => {
    const supervisor = await api.signIn('sarti');
    expect(codeOf(await show(LEFT, supervisor).expect(403))).toBe('forbidden');
    const insertionId = await right.insert(await api.card());
    expect(await supervisor.desk()).toMatchObject({ stationChoice: 'only', cardInReader: { insertionId } });
    await right.remove(insertionId);
  });

  it('is bound without a code where only one station is left', async () => {
    await show(RIGHT).expect(200);
    const administrator = await api.signIn('admin');
    await administrator.post(`/api/stations/${right.id}/revocation`, { revision: 1, because: 'dismissed' }).expect(200);
    expect(await operator.desk()).toMatchObject({ stationChoice: 'only', station: { id: left.id } });
    expect(codeOf(await show(RIGHT).expect(403))).toBe('station-code-unknown');
    expect(await signedInAnew()).toMatchObject({ stationChoice: 'only', station: { id: left.id } });
  });

  /** A browser that never showed a code. */
  async function signedInAnew(): Promise<unknown> {
    const response = await supertest(api.url).post('/api/session').send({ username: 'bini', password: PASSWORD }).expect(200);
    const { csrfToken } = response.body as SessionView;
    const cookie = response.get('set-cookie')?.[0]?.split(';')[0] ?? '';
    return (await supertest(api.url).get('/api/desk').set('cookie', cookie).set(CSRF_HEADER, csrfToken).set('x-request-id', randomUUID()).expect(200)).body;
  }
});
