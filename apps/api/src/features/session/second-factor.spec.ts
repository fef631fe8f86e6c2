// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PasskeyRequestOptions, PendingSignIn, RecoveryCodesView } from '@sportello/contracts';
import { PASSWORD, TestApi } from '../../testing/test-api';
import { TestBrowser } from '../../testing/test-browser';
import { TestPasskey } from '../../testing/test-passkey';
import { codeOf } from '../../testing/operator-client';

const meansOf = async (api: TestApi, browser: TestBrowser): Promise<string> => {
  const [row] = await api.database.query<{ means: string }>(`select means from session where id = (select details->>'sessionId' from audit_row where act = 'session.opened' order by at desc, id desc limit 1)::uuid`);
  expect((await browser.get('/api/session')).status).toBe(200);
  return row?.means ?? '';
};

describe('a sign-in with an authenticator app', () => {
  let api: TestApi;
  let app: () => string;

  beforeAll(async () => {
    api = await TestApi.start();
    app = await (await TestBrowser.signedIn(api)).enrolApp();
    api.clock.pass({ minutes: 1 });
  });
  afterAll(() => api.close());
  beforeEach(() => api.clock.pass({ minutes: 30 }));

  it('asks for the code once name and password were right, and opens nothing before', async () => {
    const browser = new TestBrowser(api);
    const pending = await browser.signIn();
    expect([pending.status, (pending.body as PendingSignIn).methods]).toEqual([202, ['totp']]);
    expect(browser.cookies.has('__Host-session')).toBe(false);
    expect((await browser.get('/api/session')).status).toBe(401);
    expect((await browser.code(app())).status).toBe(200);
    expect(browser.cookies.has('__Host-sign-in')).toBe(false);
    expect(await meansOf(api, browser)).toBe('password+totp');
  });

  it('takes each code once, whoever has seen it', async () => {
    const [first, second] = [new TestBrowser(api), new TestBrowser(api)];
    await first.signIn();
    await second.signIn();
    const seen = app();
    expect((await first.code(seen)).status).toBe(200);
    expect(codeOf(await second.code(seen))).toBe('second-factor-failed');
    api.clock.pass({ seconds: 30 });
    expect((await second.code(app())).status).toBe(200);
  });

  it('goes on in the browser where it began, within five minutes, and not after five wrong codes', async () => {
    const browser = new TestBrowser(api);
    await browser.signIn();
    expect(codeOf(await new TestBrowser(api).code(app()))).toBe('sign-in-expired');
    api.clock.pass({ minutes: 5 });
    expect(codeOf(await browser.code(app()))).toBe('sign-in-expired');
    await browser.signIn();
    for (let tried = 1; tried <= 4; tried += 1) expect(codeOf(await browser.code('000000'))).toBe('second-factor-failed');
    await browser.code('111111');
    expect(codeOf(await browser.code(app()))).toBe('sign-in-expired');
  });

  it('makes whoever guesses codes wait, however often they bring the password', async () => {
    await api.database.query('delete from sign_in_attempt');
    const guesser = new TestBrowser(api);
    const answers: string[] = [];
    for (let tried = 1; tried <= 7; tried += 1) {
      if (tried === 1 || tried === 4) await guesser.signIn();
      answers.push(codeOf(await guesser.code('000000')));
    }
    expect(answers).toEqual([...Array.from({ length: 5 }, () => 'second-factor-failed'), 'too-many-attempts', 'too-many-attempts']);
  });

  it('is not asked of somebody who has none, where none is required', async () => {
    expect((await new TestBrowser(api).signIn('carli')).status).toBe(200);
  });

  it('lets a recovery code in once in its stead, and none of before when they were made anew', async () => {
    await api.database.query('delete from sign_in_attempt');
    const owner = new TestBrowser(api);
    await owner.signIn();
    await owner.code(app());
    const earlier = ((await owner.post('/api/own-access/recovery-codes')).body as RecoveryCodesView).codes;
    const { codes } = (await owner.post('/api/own-access/recovery-codes')).body as RecoveryCodesView;
    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/);
    const browser = new TestBrowser(api);
    await browser.signIn();
    expect(codeOf(await browser.code(earlier[0] ?? '', 'recovery-code'))).toBe('second-factor-failed');
    expect((await browser.code((codes[0] ?? '').toLowerCase().replaceAll('-', ' '), 'recovery-code')).status).toBe(200);
    await browser.signIn();
    expect(codeOf(await browser.code(codes[0] ?? '', 'recovery-code'))).toBe('second-factor-failed');
    api.clock.pass({ seconds: 30 });
    expect((await browser.code(app())).status).toBe(200);
    expect((await browser.get('/api/own-access')).body).toMatchObject({ recoveryCodes: { left: 9 } });
  });

  it('leaves no secret and no code behind, in tables or log', async () => {
    const owner = await TestBrowser.signedIn(api, 'sarti');
    const offer = (await owner.post('/api/own-access/authenticator-app')).body as { secret: string; qr: string; uri: string };
    expect(offer.qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect(offer.uri).toBe(`otpauth://totp/Sportello%20TS-CNS:sarti?secret=${offer.secret}&issuer=Sportello%20TS-CNS`);
    const { codes } = (await owner.post('/api/own-access/recovery-codes')).body as RecoveryCodesView;
    const rows = await api.database.query<{ text: string }>('select a::text as text from authenticator_app a union all select c::text from recovery_code c union all select r::text from audit_row r union all select i::text from idempotency_key i');
    const texts = [...rows.map(({ text }) => text), ...api.logLines].join('\n');
    for (const secret of [offer.secret, ...codes, PASSWORD]) expect(texts).not.toContain(secret);
  });

  it('is told, when it is wrong, at the desk of the person whom it was for', async () => {
    const refused = await api.database.query(`select distinct o.desk_id = r.desk_id as "isAtHome", r.subject_id = o.id::text as "isTheirs" from audit_row r join operator o on o.id = r.operator_id where r.act = 'session.second-factor-refused'`);
    expect(refused).toEqual([{ isAtHome: true, isTheirs: true }]);
  });
});

describe('a passkey', () => {
  let api: TestApi;
  let passkey: TestPasskey;

  beforeAll(async () => {
    api = await TestApi.start();
    ({ passkey } = await (await TestBrowser.signedIn(api)).enrolPasskey());
  });
  afterAll(() => api.close());

  it('is a sign-in by itself', async () => {
    const browser = new TestBrowser(api);
    const options = (await browser.post('/api/session/passkey-options')).body as PasskeyRequestOptions;
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
    expect((await browser.signInWith(passkey)).body).toMatchObject({ operator: { displayName: 'L. Bini' } });
    expect(await meansOf(api, browser)).toBe('passkey');
  });

  it('completes a sign-in that began with name and password, and not another person’s', async () => {
    const other = await (await TestBrowser.signedIn(api, 'carli')).enrolPasskey();
    const browser = new TestBrowser(api);
    expect((await browser.signIn()).status).toBe(202);
    expect(codeOf(await browser.signInWith(other.passkey))).toBe('passkey-refused');
    expect((await browser.signInWith(passkey)).status).toBe(200);
    expect(await meansOf(api, browser)).toBe('password+passkey');
  });

  it('is refused when its person was not verified, for another origin, for a challenge of before, and when a copy has signed meanwhile', async () => {
    const browser = new TestBrowser(api);
    expect(codeOf(await browser.signInWith(passkey, { isVerified: false }))).toBe('passkey-refused');
    expect(codeOf(await browser.signInWith(passkey, { origin: 'https://altrove.example' }))).toBe('passkey-refused');
    expect(codeOf(await browser.signInWith(passkey, { signCount: 1 }))).toBe('passkey-refused');
    const { challenge } = (await browser.post('/api/session/passkey-options')).body as PasskeyRequestOptions;
    const assertion = passkey.assertion(challenge);
    expect((await browser.post('/api/session/passkey', { assertion })).status).toBe(200);
    await browser.post('/api/session/passkey-options');
    expect(codeOf(await browser.post('/api/session/passkey', { assertion }))).toBe('passkey-refused');
    const told = await api.database.query(`select distinct o.desk_id = r.desk_id as "isAtHome" from audit_row r join operator o on o.id::text = r.subject_id where r.act = 'session.second-factor-refused' and o.username = 'bini'`);
    expect(told).toEqual([{ isAtHome: true }]);
  });

  it('of somebody who left opens nothing', async () => {
    await api.database.query(`update operator set disabled_at = now() where username = 'bini'`);
    expect(codeOf(await new TestBrowser(api).signInWith(passkey))).toBe('passkey-refused');
    await api.database.query(`update operator set disabled_at = null where username = 'bini'`);
  });

  it('is made by whom it verifies, here, and once', async () => {
    const owner = await TestBrowser.signedIn(api, 'sarti');
    expect(codeOf((await owner.enrolPasskey(new TestPasskey(), { isVerified: false })).answer)).toBe('passkey-refused');
    expect(codeOf((await owner.enrolPasskey(new TestPasskey(), { origin: 'https://altrove.example' })).answer)).toBe('passkey-refused');
    expect(codeOf((await owner.enrolPasskey(passkey)).answer)).toBe('passkey-refused');
    const { answer } = await owner.enrolPasskey();
    expect(answer.body).toMatchObject({ passkeys: [{ name: 'Chiave blu', lastUsedAt: null, isSynced: false }] });
  });

  it('that was tried in vain is in the log of the account that it is of, and of nobody it leaves no row', async () => {
    const refusals = () => api.database.query<{ account: string | null }>(`select subject_id as account from audit_row where act = 'session.second-factor-refused' order by position`);
    const before = await refusals();
    expect(codeOf(await new TestBrowser(api).signInWith(new TestPasskey()))).toBe('passkey-refused');
    expect(codeOf(await new TestBrowser(api).post('/api/session/passkey', { assertion: passkey.assertion('AAAA') }))).toBe('sign-in-expired');
    expect(await refusals()).toEqual(before);
    expect(codeOf(await new TestBrowser(api).signInWith(passkey, { isVerified: false }))).toBe('passkey-refused');
    const [bini] = await api.database.query<{ id: string }>(`select id from operator where username = 'bini'`);
    expect((await refusals()).slice(before.length)).toEqual([{ account: bini?.id }]);
  });

  it('makes an address wait that asks without end', async () => {
    api.clock.pass({ minutes: 2 });
    const stranger = new TestBrowser(api);
    const assertion = passkey.assertion('AAAA');
    for (let asked = 0; asked < 120; asked += 1) await stranger.post('/api/session/passkey', { assertion });
    for (const path of ['passkey-options', 'passkey']) expect(codeOf(await stranger.post(`/api/session/${path}`, { assertion }))).toBe('too-many-attempts');
    api.clock.pass({ minutes: 1 });
    expect((await new TestBrowser(api).signInWith(passkey)).status).toBe(200);
  });

  it('is removed by its person, who has just proved who they are, and is good for nothing then', async () => {
    const owner = new TestBrowser(api);
    await owner.signInWith(passkey);
    const { passkey: second, answer } = await owner.enrolPasskey();
    const id = (answer.body as { passkeys: { id: string }[] }).passkeys[1]?.id ?? '';
    api.clock.pass({ minutes: 11 });
    expect(codeOf(await owner.delete(`/api/own-access/passkeys/${id}`))).toBe('proof-needed');
    expect((await owner.unlockWith(passkey)).status).toBe(204);
    expect((await owner.delete(`/api/own-access/passkeys/${id}`)).body).toMatchObject({ passkeys: [{}] });
    expect(codeOf(await new TestBrowser(api).signInWith(second))).toBe('passkey-refused');
  });
});

describe('where a second factor is required', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ secondFactor: 'required' });
  });
  afterAll(() => api.close());

  it('whoever has none gets a session that is good for enrolling one, and for nothing else until then', async () => {
    const browser = await TestBrowser.signedIn(api);
    expect(browser.session).toMatchObject({ mayOnlyEnrol: true, permissions: ['session.own', 'factors.own'] });
    expect(codeOf(await browser.get('/api/desk'))).toBe('forbidden');
    await browser.enrolApp();
    expect((await browser.get('/api/desk')).status).toBe(200);
    expect(await meansOf(api, browser)).toBe('password+totp');
    expect((await browser.get('/api/session')).body).toMatchObject({ mayOnlyEnrol: false });
  });

  it('the last one stays, and one of two may go', async () => {
    const browser = await TestBrowser.signedIn(api, 'carli');
    await browser.enrolApp();
    expect(codeOf(await browser.delete('/api/own-access/authenticator-app'))).toBe('last-factor');
    await browser.enrolPasskey();
    expect((await browser.delete('/api/own-access/authenticator-app')).body).toMatchObject({ authenticatorApp: null, isFactorRequired: true });
  });
});
