// SPDX-License-Identifier: AGPL-3.0-or-later
import { getRounds, hashSync } from 'bcrypt';
import { codeOf } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';
import { TestBrowser } from '../../testing/test-browser';

const NEW = 'tramonto sul mare di Massa';

describe('a change of the own password', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  const change = (browser: TestBrowser, newPassword: string, password = PASSWORD) => browser.post('/api/own-access/password', { password, newPassword });

  it.each([
    ['corta', 'password-too-short'],
    ['frase lunga '.repeat(7), 'password-too-long'],
    ['Carli Carli 2026', 'password-guessable'],
    ['1q2w3e4r5t6y', 'password-breached'],
  ])('to “%s” is refused: %s', async (newPassword, code) => {
    const browser = await TestBrowser.signedIn(api, 'carli');
    expect(codeOf(await change(browser, newPassword))).toBe(code);
    expect((await new TestBrowser(api).signIn('carli')).status).toBe(200);
  });

  it('asks for the old one, and tells in the log that it was not right', async () => {
    const browser = await TestBrowser.signedIn(api, 'carli');
    expect(codeOf(await change(browser, NEW, 'un’altra parola lunga'))).toBe('sign-in-failed');
    expect(await api.database.query(`select 1 from audit_row where act = 'password.not-changed'`)).toHaveLength(1);
  });

  it('ends all other sessions and sign-ins under way of the person, and this session goes on', async () => {
    const [here, there, other] = [await TestBrowser.signedIn(api), await TestBrowser.signedIn(api), await TestBrowser.signedIn(api, 'sarti')];
    await here.enrolApp();
    const halfway = new TestBrowser(api);
    expect((await halfway.signIn()).status).toBe(202);
    expect((await change(here, NEW)).status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(200);
    expect(codeOf(await there.get('/api/session'))).toBe('not-signed-in');
    expect((await other.get('/api/session')).status).toBe(200);
    expect(codeOf(await halfway.code('000000'))).toBe('sign-in-expired');
    expect(codeOf(await new TestBrowser(api).signIn())).toBe('sign-in-failed');
    expect((await new TestBrowser(api).signIn('bini', NEW)).status).toBe(202);
    const [told] = await api.database.query<{ details: object }>(`select details from audit_row where act = 'password.changed'`);
    expect(told?.details).toEqual({ sessionsEnded: 1 });
    expect(await api.database.query(`select o.username from audit_row r join operator o on o.id::text = r.subject_id where r.act = 'session.closed' and r.details->>'because' = 'password-changed'`)).toEqual([{ username: 'bini' }]);
  });

  it('tried with wrong old ones waits like a sign-in does', async () => {
    const browser = await TestBrowser.signedIn(api, 'sarti');
    api.clock.pass({ seconds: 1 });
    for (let tried = 1; tried <= 5; tried += 1) expect(codeOf(await change(browser, NEW, 'sbagliata'))).toBe('sign-in-failed');
    expect(codeOf(await change(browser, NEW))).toBe('too-many-attempts');
  });
});

describe('a password', () => {
  it('is hashed anew when its person signs in and hashes cost more than when it was set', async () => {
    const api = await TestApi.start({ bcryptCost: 5 });
    await api.database.query('update operator set password_hash = $1', [hashSync(PASSWORD, 4)]);
    expect((await new TestBrowser(api).signIn('bini', 'sbagliata')).status).toBe(401);
    const rounds = async () => {
      const [row] = await api.database.query<{ password_hash: string }>(`select password_hash from operator where username = 'bini'`);
      return getRounds(row?.password_hash ?? '');
    };
    expect(await rounds()).toBe(4);
    for (let time = 1; time <= 2; time += 1) expect((await new TestBrowser(api).signIn()).status).toBe(200);
    expect(await rounds()).toBe(5);
    await api.close();
  });
});
