// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FactorResetsView } from '@sportello/contracts';
import { codeOf } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';
import { TestBrowser } from '../../testing/test-browser';

describe('a reset of somebody’s second factors', () => {
  let api: TestApi;
  let admin: TestBrowser;
  let other: TestBrowser;

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({
      bodies: [{ name: 'Altra azienda', kind: 'asl' }],
      desks: [{ code: 'LU-1', name: 'Sportello 1', place: 'Lucca', body: 'Altra azienda', kind: 'asl' }],
      operators: [
        { username: 'admin2', password: PASSWORD, displayName: 'Seconda amministrazione', roles: ['administrator'], desk: 'CA-1' },
        { username: 'lontano', password: PASSWORD, displayName: 'A. Lontano', roles: ['administrator'], desk: 'LU-1' },
      ],
    });
    [admin, other] = [await TestBrowser.signedIn(api, 'admin'), await TestBrowser.signedIn(api, 'admin2')];
  });
  afterAll(() => api.close());

  const idOf = async (username: string): Promise<string> => {
    const [row] = await api.database.query<{ id: string }>('select id from operator where username = $1', [username]);
    return row?.id ?? '';
  };
  const ask = async (browser: TestBrowser, username: string) => browser.post('/api/factor-resets', { operatorId: await idOf(username) });
  const confirm = (browser: TestBrowser, id: string) => browser.post(`/api/factor-resets/${id}/confirmation`);
  const waitingId = (view: unknown): string => (view as FactorResetsView).waiting.at(-1)?.id ?? '';

  it('happens when a second administrator confirms it, once, and ends their sessions', async () => {
    const owner = await TestBrowser.signedIn(api, 'bini');
    const { passkey } = await owner.enrolPasskey();
    await owner.enrolApp();
    await owner.post('/api/own-access/recovery-codes');
    const asked = await ask(admin, 'bini');
    expect(asked.body).toMatchObject({ waiting: [{ operator: { displayName: 'L. Bini' }, askedBy: { displayName: 'Amministrazione' } }] });
    expect((await new TestBrowser(api).signIn()).status).toBe(202);
    expect(codeOf(await confirm(admin, waitingId(asked.body)))).toBe('own-factors');
    expect((await confirm(other, waitingId(asked.body))).body).toEqual({ waiting: [] });
    expect(codeOf(await confirm(other, waitingId(asked.body)))).toBe('not-found');
    expect(codeOf(await owner.get('/api/session'))).toBe('not-signed-in');
    expect(codeOf(await new TestBrowser(api).signInWith(passkey))).toBe('passkey-refused');
    const anew = new TestBrowser(api);
    expect((await anew.signIn()).status).toBe(200);
    expect((await anew.get('/api/own-access')).body).toMatchObject({ passkeys: [], authenticatorApp: null, recoveryCodes: null });
    expect(await api.database.query(`select act from audit_row where act like 'factors.%' order by id`)).toEqual([{ act: 'factors.reset-asked' }, { act: 'factors.reset' }]);
    const [told] = await api.database.query<{ change: object }>(`select change from audit_row where act = 'factors.reset'`);
    expect(told?.change).toEqual({ before: { factors: ['passkey', 'totp', 'recovery-code'] }, after: { factors: [] } });
    expect(await api.database.query(`select distinct subject_kind, subject_id from audit_row where act like 'factors.%'`)).toEqual([{ subject_kind: 'operator', subject_id: await idOf('bini') }]);
    expect(await api.database.query(`select subject_id from audit_row where act = 'session.closed' and details->>'because' = 'factors-reset'`)).toEqual([{ subject_id: await idOf('bini') }]);
    const atHome = await api.database.query(`select 1 from audit_row r join operator o on o.id::text = r.subject_id and o.desk_id = r.desk_id where r.act = 'factors.reset' and o.username = 'bini'`);
    expect(atHome).toHaveLength(1);
  });

  it('is nobody’s own, neither to ask nor to confirm, and needs an administrator', async () => {
    expect(codeOf(await ask(admin, 'admin'))).toBe('own-factors');
    const id = waitingId((await ask(admin, 'admin2')).body);
    expect(codeOf(await confirm(other, id))).toBe('own-factors');
    expect(codeOf(await ask(await TestBrowser.signedIn(api, 'sarti'), 'bini'))).toBe('forbidden');
  });

  it('stays within the body', async () => {
    const far = await TestBrowser.signedIn(api, 'lontano');
    expect(codeOf(await ask(far, 'bini'))).toBe('not-found');
    const id = waitingId((await ask(admin, 'bini')).body);
    expect(codeOf(await confirm(far, id))).toBe('not-found');
    expect((await far.get('/api/factor-resets')).body).toEqual({ waiting: [] });
  });

  it('lapses when nobody confirms it within a day', async () => {
    const id = waitingId((await ask(admin, 'carli')).body);
    api.clock.pass({ hours: 24 });
    const later = await TestBrowser.signedIn(api, 'admin2');
    expect(codeOf(await confirm(later, id))).toBe('not-found');
    expect((await later.get('/api/factor-resets')).body).toEqual({ waiting: [] });
  });
});
