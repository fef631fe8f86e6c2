// SPDX-License-Identifier: AGPL-3.0-or-later
import { CSRF_HEADER, LogRowsView } from '@sportello/contracts';
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

  const read = async (by: OperatorClient) => LogRowsView.parse((await by.get('/api/audit/rows?log=access').expect(200)).body).rows;
  const csv = async (by: OperatorClient, query = '') => (await by.get(`/api/audit/access.csv${query}`).expect(200).expect('content-type', /text\/csv/)).text.trimEnd().split('\r\n');
  const ofBody = async (body: string) => {
    const desk = { code: `${body}-1`, name: 'Sportello', place: body, body, kind: 'asl' };
    const people = (['supervisor', 'administrator'] as const).map((role) => ({ username: `${role}.${body}`.toLowerCase(), password: PASSWORD, displayName: `${role} di ${body}`, roles: [role], desk: desk.code }));
    await api.provision({ bodies: [{ name: body, kind: 'asl' }], desks: [desk], operators: people });
    return api.signIn(`supervisor.${body}`.toLowerCase());
  };
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

  it('is read by the supervisors of whose accesses they are and by administrators, newest first, and the reading is a row of the other log', async () => {
    administrator = await api.signIn('admin');
    // So that no row comes into its block between the two who read.
    await seal(api);
    const all = await read(administrator);
    expect(all.map(({ act }) => act).slice(0, 4)).toEqual(['session.opened', 'session.opened', 'installation.command-run', 'session.closed']);
    expect(all[2]).toMatchObject({ outcome: 'done', operator: null, subject: null, desk: null, details: { command: 'provision' } });
    const own = await read(supervisor);
    expect(own).toEqual(all.filter(({ act }) => act !== 'installation.command-run'));
    const admin = { id: administrator.session.operator.id, name: 'Amministrazione' };
    expect(own.at(-1)).toMatchObject({ act: 'session.refused', outcome: 'refused', subject: { kind: 'operator', ...admin }, desk: { place: 'Massa', name: 'Sportello 2' } });
    expect(own.at(-2)).toMatchObject({ act: 'session.opened', operator: admin, desk: { place: 'Massa', name: 'Sportello 2' } });
    await (await api.signIn('bini')).get('/api/audit/rows?log=access').expect(403);
    const told = await api.database.query(`select log, details from audit_row where act = 'audit.read' and operator_id = $1`, [supervisor.session.operator.id]);
    expect(told).toEqual([{ log: 'acts', details: { log: 'access' } }]);
  });

  it('is a file for a spreadsheet too, of some days or of all, with the rows that its reader sees', async () => {
    const lines = await csv(administrator);
    expect(lines[0]).toBe('"at","act","outcome","personId","username","displayName","byId","byUsername","systemAccount","desk","station","details"');
    expect(lines).toHaveLength(1 + (await actsIn('access')).length);
    expect(lines.at(-1)).toContain(`"session.refused","refused","${administrator.session.operator.id}","admin","Amministrazione","","","","Massa · Sportello 2"`);
    expect(lines.find((line) => line.includes('"installation.command-run"'))).toContain('"root"');
    expect(await csv(supervisor, '?from=2000-01-01&to=2099-12-31')).toEqual(lines.filter((line) => !line.includes('"installation.command-run"')));
    expect(await csv(supervisor, '?from=2099-01-01')).toHaveLength(1);
    expect(await csv(supervisor, '?to=2000-01-01')).toHaveLength(1);
    await supervisor.get('/api/audit/access.csv?from=ieri').expect(400);
    const told = await api.database.query(`select details from audit_row where act = 'audit.exported' and subject_id = 'access' order by position limit 2`);
    expect(told).toEqual([{ details: { from: null, to: null, format: 'csv' } }, { details: { from: '2000-01-01', to: '2099-12-31', format: 'csv' } }]);
  });

  it('shows no supervisor the accesses of another body’s administrators, in the page or the file', async () => {
    const elsewhere = await ofBody('Altrove');
    expect([await read(elsewhere), await csv(elsewhere)]).toEqual([[], [expect.any(String)]]);
    const before = (await read(supervisor)).map(({ id }) => id);
    await api.signIn('administrator.altrove');
    const [entry, ...more] = await read(elsewhere);
    expect([entry?.act, entry?.operator?.name, more]).toEqual(['session.opened', 'administrator di Altrove', []]);
    expect(await csv(elsewhere)).toHaveLength(2);
    expect((await read(supervisor)).map(({ id }) => id)).toEqual(before);
    expect((await csv(supervisor)).join()).not.toContain('ltrove');
    // Whoever keeps the installation sees that row, and whose it is by the id.
    expect((await read(administrator))[0]).toMatchObject({ act: 'session.opened', operator: { id: entry?.operator?.id, name: null } });
    expect((await csv(administrator))[1]).toContain(`"session.opened","done","${entry?.operator?.id ?? ''}","","","","","","Altrove · Sportello"`);
  });

  it('has the end of an administrator’s session that another one brought about, with both', async () => {
    await api.provision({ operators: [{ username: 'altra', password: PASSWORD, displayName: 'Altra Amministrazione', roles: ['administrator'], desk: 'MS-2' }] });
    const [watching, other] = await Promise.all([api.signIn('admin'), api.signIn('altra')]);
    for (const { session } of [supervisor, other]) await watching.post(`/api/people/${session.operator.id}/sign-out`, { reason: 'left-open' }).expect(200);
    const [ended] = (await read(await api.signIn('altra'))).filter(({ act }) => act === 'session.closed');
    expect(ended).toMatchObject({ subject: { name: 'Altra Amministrazione' }, operator: { name: 'Amministrazione' }, desk: { place: 'Massa' } });
    expect((await csv(watching)).find((line) => line.includes('"session.closed"'))).toMatch(/"altra","Altra Amministrazione","[0-9a-f-]{36}","admin"/);
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
