// SPDX-License-Identifier: AGPL-3.0-or-later
import { type AccessLogView, CSRF_HEADER } from '@sportello/contracts';
import supertest from 'supertest';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { exported, seal, verdictOn } from '../../testing/log-reader';
import type { OperatorClient } from '../../testing/operator-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

describe('the log of administrators’ accesses', () => {
  let api: TestApi;
  let supervisor: OperatorClient;
  let administrator: OperatorClient;

  beforeAll(async () => {
    api = await TestApi.start();
    supervisor = await api.signIn('sarti');
    await supertest(api.url).post('/api/session').send({ username: 'admin', password: 'sbagliata' }).expect(401);
    await supertest(api.url).post('/api/session').send({ username: 'bini', password: 'sbagliata' }).expect(401);
    await supertest(api.url).post('/api/session').send({ username: 'nessuno', password: 'sbagliata' }).expect(401);
    administrator = await api.signIn('admin');
    await administrator.post('/api/session/lock', {}).expect(204);
    await administrator.post('/api/session/unlock', { password: 'sbagliata' }).expect(401);
    await administrator.post('/api/session/unlock', { password: PASSWORD }).expect(204);
    await supertest(api.url).delete('/api/session').set('cookie', administrator.cookie).set(CSRF_HEADER, administrator.session.csrfToken);
    await api.app.get(UnitOfWork).tell({ act: 'installation.command-run', actor: { kind: 'installation' }, requestId: null, details: { command: 'provision' }, personal: { systemAccount: 'root' } });
  });
  afterAll(() => api.close());

  const read = async (query: string, by = supervisor) => (await by.get(`/api/audit/access?from=2000-01-01&to=2099-12-31${query}`).expect(200)).body as AccessLogView;
  const actsIn = async (log: string) => (await api.database.query<{ act: string }>('select act from audit_row where log = $1 order by position', [log])).map(({ act }) => act);

  it('has how an administrator came in, failed to, and went out, and who ran a command; nobody else’s', async () => {
    expect(await actsIn('access')).toEqual(['session.refused', 'session.opened', 'session.locked', 'session.unlock-refused', 'session.unlocked', 'session.closed', 'installation.command-run']);
    expect((await actsIn('acts')).filter((act) => act.startsWith('session.'))).toEqual(['session.opened', 'session.refused', 'session.refused']);
  });

  it('is decided by the role of the moment', async () => {
    await api.database.query(`update operator set roles = '{operator,administrator}' where username = 'carli'`);
    const carli = await api.signIn('carli');
    await api.database.query(`update operator set roles = '{operator}' where username = 'carli'`);
    await supertest(api.url).delete('/api/session').set('cookie', carli.cookie).set(CSRF_HEADER, carli.session.csrfToken);
    expect((await actsIn('access')).at(-1)).toBe('session.opened');
    expect((await actsIn('acts')).at(-1)).toBe('session.closed');
  });

  it('is read by supervisors and administrators, newest first, page by page, and the reading is a row of the other log', async () => {
    const { entries, next } = await read('');
    expect(next).toBeNull();
    expect(entries.map(({ act }) => act).slice(0, 3)).toEqual(['session.opened', 'installation.command-run', 'session.closed']);
    expect(entries[1]).toMatchObject({ outcome: 'done', person: null, by: null, systemAccount: 'root', details: { command: 'provision' } });
    const admin = { username: 'admin', displayName: 'Amministrazione' };
    expect(entries.at(-1)).toMatchObject({ act: 'session.refused', outcome: 'refused', person: admin, by: null, desk: null });
    expect(entries.at(-2)).toMatchObject({ act: 'session.opened', person: admin, desk: 'Massa · Sportello 2' });
    const [{ position }] = (await api.database.query<{ position: number }>(`select position from audit_row where act = 'session.locked'`)) as [{ position: number }];
    expect((await read(`&after=${position}`)).entries.map(({ act }) => act)).toEqual(['session.opened', 'session.refused']);
    await supervisor.get('/api/audit/access?from=2099-01-01&to=2099-12-31').expect(200, { entries: [], next: null });
    await supervisor.get('/api/audit/access').expect(400);
    await (await api.signIn('bini')).get('/api/audit/access?from=2000-01-01&to=2099-12-31').expect(403);
    const told = await api.database.query(`select log, subject_id, details ->> 'count' as count from audit_row where act = 'personal-data.shown' and details ->> 'what' = 'access-log' order by position limit 1`);
    expect(told).toEqual([{ log: 'acts', subject_id: 'access', count: String(entries.length) }]);
  });

  it('is a file for a spreadsheet too', async () => {
    const file = await supervisor.get('/api/audit/access.csv?from=2000-01-01&to=2099-12-31').expect(200).expect('content-type', /text\/csv/);
    const lines = file.text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('"at","act","outcome","username","displayName","byUsername","systemAccount","desk","station","details"');
    expect(lines).toHaveLength(1 + (await actsIn('access')).length);
    expect(lines.at(-1)).toContain('"session.refused","refused","admin","Amministrazione",""');
    const told = await api.database.query(`select details from audit_row where act = 'audit.exported' and subject_id = 'access'`);
    expect(told).toEqual([{ details: { from: '2000-01-01', to: '2099-12-31', format: 'csv' } }]);
  });

  it('has the end of an administrator’s session that another one brought about, with both', async () => {
    await api.provision({ operators: [{ username: 'altra', password: PASSWORD, displayName: 'Altra Amministrazione', roles: ['administrator'], desk: 'MS-2' }] });
    const [watching, other] = await Promise.all([api.signIn('admin'), api.signIn('altra')]);
    for (const { session } of [supervisor, other]) await watching.post(`/api/people/${session.operator.id}/sign-out`, { reason: 'left-open' }).expect(200);
    const [ended] = (await read('', await api.signIn('altra'))).entries.filter(({ act }) => act === 'session.closed');
    expect(ended).toMatchObject({ person: { username: 'altra' }, by: { username: 'admin' }, desk: 'Massa · Sportello 2' });
    expect((await actsIn('acts')).filter((act) => act === 'session.closed')).toHaveLength(2);
    supervisor = await api.signIn('sarti');
  });

  it('is sealed, exported and verified as a chain of its own, beside that of acts', async () => {
    await seal(api);
    const key = api.keys.audit.newest.publicKey;
    const access = await exported(api, { log: 'access' });
    expect(verdictOn(access, { key })).toMatchObject({ kind: 'ok', figures: { rows: (await actsIn('access')).length } });
    expect(access).toContain('"act":"installation.command-run"');
    expect(verdictOn(await exported(api), { key })).toMatchObject({ kind: 'ok' });
  });
});
