// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVENT_DESK } from '@sportello/contracts';
import { codeOf } from '../../testing/operator-client';
import { SseClient } from '../../testing/sse-client';
import { PASSWORD, TestApi } from '../../testing/test-api';
import { TestBrowser } from '../../testing/test-browser';

describe('a session that no hand uses', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ idleLockMinutes: 10 });
  });
  afterAll(() => api.close());

  it('locks after ten minutes, however often its page reads by itself', async () => {
    const browser = await TestBrowser.signedIn(api);
    for (let minute = 1; minute < 10; minute += 1) {
      api.clock.pass({ minutes: 1 });
      expect((await browser.get('/api/desk')).status).toBe(200);
    }
    api.clock.pass({ minutes: 1 });
    expect([(await browser.get('/api/desk')).status, codeOf(await browser.get('/api/desk'))]).toEqual([423, 'session-locked']);
    expect((await browser.get('/api/session')).body).toMatchObject({ isLocked: true, operator: { displayName: 'L. Bini' } });
  });

  it('stays open while acts come, or the page tells of a hand', async () => {
    const browser = await TestBrowser.signedIn(api);
    for (const path of ['/api/cases', '/api/session/use', '/api/cases']) {
      api.clock.pass({ minutes: 9 });
      await browser.post(path, { insertionId: '01a20771-2ab4-756c-ba98-c82d68c0377e' });
    }
    api.clock.pass({ minutes: 9 });
    expect((await browser.get('/api/desk')).status).toBe(200);
  });

  it('refuses acts too, and being told of a hand does not unlock it', async () => {
    const browser = await TestBrowser.signedIn(api);
    api.clock.pass({ minutes: 10 });
    expect(codeOf(await browser.post('/api/session/use'))).toBe('session-locked');
    expect(codeOf(await browser.post('/api/own-access/recovery-codes'))).toBe('session-locked');
    expect(codeOf(await browser.get('/api/desk'))).toBe('session-locked');
  });

  it('is unlocked by its person’s password, and not by another’s', async () => {
    const browser = await TestBrowser.signedIn(api);
    api.clock.pass({ minutes: 10 });
    expect(codeOf(await browser.post('/api/session/unlock', { password: 'la parola di un altro' }))).toBe('sign-in-failed');
    expect(codeOf(await browser.get('/api/desk'))).toBe('session-locked');
    expect((await browser.post('/api/session/unlock', { password: PASSWORD })).status).toBe(204);
    expect((await browser.get('/api/desk')).status).toBe(200);
    const acts = await api.database.query<{ act: string }>(`select act from audit_row where act like 'session.unlock%' order by id`);
    expect(acts.map(({ act }) => act)).toEqual(['session.unlock-refused', 'session.unlocked']);
  });

  it('is unlocked by a passkey of its person, for the challenge of this session', async () => {
    const browser = await TestBrowser.signedIn(api);
    const { passkey } = await browser.enrolPasskey();
    const other = await (await TestBrowser.signedIn(api, 'sarti')).enrolPasskey();
    await browser.post('/api/session/lock');
    expect(codeOf(await browser.unlockWith(other.passkey))).toBe('passkey-refused');
    expect(codeOf(await browser.unlockWith(passkey, { isVerified: false }))).toBe('passkey-refused');
    expect((await browser.unlockWith(passkey)).status).toBe(204);
    expect((await browser.get('/api/desk')).status).toBe(200);
  });

  it('that its person locks is locked in every window at once, and told once; its own acts with the station where they stand', async () => {
    await api.station('carrara');
    const browser = await TestBrowser.signedIn(api, 'carli');
    const stream = await SseClient.open(`${api.url}/api/desk/events`, { cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; ') });
    await browser.post('/api/session/lock');
    await browser.post('/api/session/lock');
    await stream.next(({ event, data }) => event === EVENT_DESK && (data as { readonly topic: string }).topic === 'session');
    expect(codeOf(await browser.get('/api/desk'))).toBe('session-locked');
    expect((await browser.post('/api/session/unlock', { password: PASSWORD })).status).toBe(204);
    await browser.enrolApp();
    const told = await api.database.query(
      `select r.act, s.desk_id = r.desk_id as "isThere" from audit_row r join operator o on o.id = r.operator_id left join station s on s.id = r.station_id
       where r.act in ('session.locked', 'session.unlocked', 'authenticator-app.added') and o.username = 'carli' order by r.position`,
    );
    expect(told).toEqual(['session.locked', 'session.unlocked', 'authenticator-app.added'].map((act) => ({ act, isThere: true })));
  });
});
