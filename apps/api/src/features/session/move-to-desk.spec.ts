// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ColleaguesView, CSRF_HEADER, type DayView, SessionView } from '@sportello/contracts';
import supertest from 'supertest';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

describe('a person who serves several desks', () => {
  let api: TestApi;
  let desks: Readonly<Record<string, string>>;

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({ operators: [{ username: 'verdi', password: PASSWORD, displayName: 'M. Verdi', roles: ['operator'], desk: 'CA-1' }] });
    desks = Object.fromEntries((await api.database.query<{ code: string; id: string }>('select code, id from desk')).map(({ code, id }) => [code, id]));
    await api.database.query(`insert into operator_desk (id, operator_id, desk_id, since) select gen_random_uuid(), id, $1, now() from operator where username = 'bini'`, [desks['CA-1']]);
  });
  afterAll(() => api.close());

  const move = async (operator: OperatorClient, code: string) => {
    const response = await operator.post('/api/session/desk', { deskId: desks[code] }).expect(200);
    const cookie = response.get('set-cookie')?.[0]?.split(';')[0] ?? '';
    return { session: SessionView.parse(response.body), get: (path: string) => supertest(api.url).get(path).set('cookie', cookie) };
  };

  it('begins at home, goes on at another, and finds that one again at the next sign-in', async () => {
    const operator = await api.signIn();
    expect(operator.session.desk.place).toBe('Massa');
    expect(operator.session.desks.map(({ place }) => place)).toEqual(['Carrara', 'Massa']);
    const there = await move(operator, 'CA-1');
    expect(there.session).toMatchObject({ desk: { place: 'Carrara' }, operator: { displayName: 'L. Bini' } });
    expect(codeOf(await operator.get('/api/session').expect(401))).toBe('not-signed-in');
    expect((await api.signIn()).session.desk.place).toBe('Carrara');
    await move(await api.signIn(), 'MS-2');
    const rows = await api.database.query(`select details->>'fromDeskId' as "from", desk_id as "to" from audit_row where act = 'session.desk-changed' order by position`);
    expect(rows).toEqual([
      { from: desks['MS-2'], to: desks['CA-1'] },
      { from: desks['CA-1'], to: desks['MS-2'] },
    ]);
  });

  it('is not signed in for longer by walking, and by the same means', async () => {
    const operator = await api.signIn();
    api.clock.pass({ hours: 9 });
    const there = await move(operator, 'CA-1');
    expect(there.session.expiresAt).toBe(operator.session.expiresAt);
    expect(await api.database.query('select distinct means from session')).toEqual([{ means: 'password' }]);
    api.clock.pass({ hours: 1 });
    await there.get('/api/session').expect(401);
    await move(await api.signIn(), 'MS-2');
  });

  it('goes to no desk that they do not serve, and only from their own page', async () => {
    const operator = await api.signIn('carli');
    expect(codeOf(await operator.post('/api/session/desk', { deskId: desks['MS-2'] }).expect(403))).toBe('desk-not-served');
    await operator.get('/api/session').expect(200);
    const forged = await supertest(api.url).post('/api/session/desk').set('cookie', operator.cookie).set(CSRF_HEADER, 'A'.repeat(43)).send({ deskId: desks['CA-1'] });
    expect(codeOf(forged)).toBe('csrf-token-missing');
  });

  it('works at none that is closed for good: signs in at another that they serve, or is told; an administrator comes in to open it again', async () => {
    await api.database.query('update desk set closed_at = now() where id = $1', [desks['CA-1']]);
    const operator = await api.signIn();
    expect(codeOf(await operator.post('/api/session/desk', { deskId: desks['CA-1'] }).expect(403))).toBe('desk-closed-for-good');
    await operator.get('/api/session').expect(200);
    await api.database.query(`update operator set last_desk_id = $1 where username = 'bini'`, [desks['CA-1']]);
    expect((await api.signIn()).session.desk.place).toBe('Massa');
    const signIn = () => supertest(api.url).post('/api/session').send({ username: 'carli', password: PASSWORD });
    expect(codeOf(await signIn().expect(403))).toBe('desk-closed-for-good');
    const told = await api.database.query(`select outcome, desk_id, details->>'because' as because from audit_row where act = 'session.refused' order by position desc limit 1`);
    expect(told).toEqual([{ outcome: 'refused', desk_id: desks['CA-1'], because: 'desk-closed' }]);
    await api.database.query(`update operator set roles = '{administrator}' where username = 'carli'`);
    await signIn().expect(200);
    await api.database.query(`update operator set roles = '{operator}' where username = 'carli'`);
    await api.database.query('update desk set closed_at = null where id = $1', [desks['CA-1']]);
  });

  it('leaves what is open at its desk, where a colleague who serves it takes it over; and is a colleague at each', async () => {
    const operator = await api.signIn();
    const story = await DeskStory.recognised(api, operator, await api.station());
    const there = await move(operator, 'CA-1');
    expect(codeOf(await there.get(`/api/cases/${story.id}`))).toBe('not-found');
    const day = (await (await api.signIn('carli')).get('/api/desk/day').expect(200)).body as DayView;
    expect(day.colleagues.map(({ name }) => name)).toEqual(['L. Bini', 'M. Verdi']);
    await api.database.query(`insert into operator_desk (id, operator_id, desk_id, since) select gen_random_uuid(), id, $1, now() from operator where username = 'verdi'`, [desks['MS-2']]);
    const verdi = await api.signIn('verdi');
    const massa = await move(verdi, 'MS-2');
    const seen = await massa.get(`/api/cases/${story.id}`).expect(200);
    expect(seen.body).toMatchObject({ state: 'recognised', inCharge: { name: 'L. Bini' } });
    const { colleagues } = (await massa.get(`/api/cases/${story.id}/colleagues`).expect(200)).body as ColleaguesView;
    expect(colleagues.map(({ name }) => name)).toEqual(['M. Verdi']);
  });
});
