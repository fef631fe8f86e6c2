// SPDX-License-Identifier: AGPL-3.0-or-later
import { CSRF_HEADER, SessionView } from '@sportello/contracts';
import supertest from 'supertest';
import { OperatorClient, codeOf } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

describe('/api/session', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  const signIn = (username: string, password = PASSWORD) => supertest(api.url).post('/api/session').send({ username, password });

  it('signs in, whatever the case of the name, with a cookie that no script reads and no other site sends', async () => {
    const response = await signIn(' Bini ').expect(200);
    expect(SessionView.parse(response.body)).toMatchObject({
      operator: { displayName: 'L. Bini', roles: ['operator'] },
      desk: { name: 'Sportello 2', place: 'Massa', body: 'Azienda sanitaria di esempio', kind: 'asl' },
      expiresAt: '2026-11-24T19:00:00.000Z',
      isTest: false,
    });
    expect(response.get('set-cookie')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^__Host-session=[\w-]{43}; Path=\/; Max-Age=36000; HttpOnly; Secure; SameSite=Strict$/),
        expect.stringMatching(/^__Host-browser=[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; Secure; SameSite=Strict$/),
      ]),
    );
    expect(response.get('cache-control')).toBe('no-store');
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const answers = [await signIn('bini', 'sbagliata').expect(401), await signIn('nessuno').expect(401)].map(({ body }) => ({ ...(body as object), requestId: '' }));
    expect(answers[0]).toMatchObject({ code: 'sign-in-failed' });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('does not sign in who is disabled', async () => {
    await api.database.query(`update operator set disabled_at = now() where username = 'carli'`);
    expect(codeOf(await signIn('carli'))).toBe('sign-in-failed');
    await api.database.query(`update operator set disabled_at = null where username = 'carli'`);
    await signIn('carli').expect(200);
  });

  it('shows the session, and nobody’s without a cookie, with a foreign one, or of somebody disabled meanwhile', async () => {
    const operator = await api.signIn('carli');
    expect((await operator.get('/api/session').expect(200)).body).toEqual(operator.session);
    expect(codeOf(await supertest(api.url).get('/api/session').expect(401))).toBe('not-signed-in');
    expect(codeOf(await supertest(api.url).get('/api/session').set('cookie', `__Host-session=${'A'.repeat(43)}`).expect(401))).toBe('not-signed-in');
    await api.database.query(`update operator set disabled_at = now() where username = 'carli'`);
    expect(codeOf(await operator.get('/api/session').expect(401))).toBe('not-signed-in');
    await api.database.query(`update operator set disabled_at = null where username = 'carli'`);
  });

  it('ends after ten hours', async () => {
    const operator = await api.signIn();
    api.clock.pass({ hours: 9, minutes: 59 });
    await operator.get('/api/session').expect(200);
    api.clock.pass({ minutes: 1 });
    expect(codeOf(await operator.get('/api/session').expect(401))).toBe('not-signed-in');
  });

  it('signs out only with the token against forged requests, and then the cookie is worth nothing', async () => {
    const operator = await api.signIn();
    const signOut = () => supertest(api.url).delete('/api/session').set('cookie', operator.cookie);
    expect(codeOf(await signOut().expect(403))).toBe('csrf-token-missing');
    expect(codeOf(await signOut().set(CSRF_HEADER, 'A'.repeat(43)).expect(403))).toBe('csrf-token-missing');
    const response = await signOut().set(CSRF_HEADER, operator.session.csrfToken).expect(204);
    expect(response.get('set-cookie')?.[0]).toContain('Max-Age=0');
    await operator.get('/api/session').expect(401);
  });

  it('refuses a request that a page of another origin sent', async () => {
    const response = await signIn('bini').set('origin', 'https://altrove.example').expect(403);
    expect(codeOf(response)).toBe('forbidden');
    await signIn('bini').set('origin', 'http://localhost:8480').expect(200);
  });

  it('ends the browser’s earlier session when somebody signs in anew', async () => {
    const earlier = await api.signIn();
    await signIn('bini').set('cookie', earlier.cookie).expect(200);
    await earlier.get('/api/session').expect(401);
  });

  it('keeps the token nowhere, and the name of a failed attempt neither', async () => {
    const operator = await OperatorClient.signIn(api.url, 'bini', PASSWORD);
    await signIn('una parola sfuggita').expect(401);
    const token = operator.cookie.split('=')[1] ?? '';
    const rows = await api.database.query<{ text: string }>('select s::text as text from session s union all select a::text from sign_in_attempt a union all select r::text from audit_row r');
    expect(rows.length).toBeGreaterThan(10);
    const texts = [...rows.map(({ text }) => text), ...api.logLines].join('\n');
    for (const secret of [token, operator.session.csrfToken, 'sfuggita', PASSWORD]) expect(texts).not.toContain(secret);
  });

  it('makes an account wait after five failures, also with the right password, and nobody else', async () => {
    for (let failure = 1; failure <= 5; failure += 1) await signIn('sarti', 'sbagliata').expect(401);
    const waiting = await signIn('sarti').expect(429);
    expect(waiting.body).toMatchObject({ code: 'too-many-attempts', details: { retryAfterSeconds: 30 } });
    expect(waiting.get('retry-after')).toBe('30');
    await signIn('bini').expect(200);
    api.clock.pass({ seconds: 31 });
    await signIn('sarti').expect(200);
    expect((await signIn('sarti', 'sbagliata')).status).toBe(401);
  });

  it('says where a request is not of the agreed shape, and not with what', async () => {
    const response = await supertest(api.url).post('/api/session').send({ username: 'bini', password: 7, extra: 'segreto' }).expect(400);
    expect(response.body).toMatchObject({ code: 'invalid-request', details: { fields: ['password', ''] } });
    expect(response.text).not.toContain('segreto');
  });

  it('has a clear answer for text that no table could hold', async () => {
    const response = await supertest(api.url).post('/api/session').send({ username: 'bi\u0000ni', password: 'una parola lunga' }).expect(400);
    expect(response.body).toMatchObject({ code: 'invalid-request', details: { fields: ['username'] } });
  });
});
