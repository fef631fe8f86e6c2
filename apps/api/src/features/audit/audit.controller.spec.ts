// SPDX-License-Identifier: AGPL-3.0-or-later
import { LOG_HEAD_HEADER } from '@sportello/contracts';
import supertest from 'supertest';
import { LogHeads } from '../../platform/audit/log-heads';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DeskStory } from '../../testing/desk-story';
import { exported, seal, verdictOn } from '../../testing/log-reader';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

interface Row {
  readonly act: string;
  readonly outcome: string;
  readonly actor: string;
  readonly roles: readonly string[] | null;
  readonly desk_id: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

describe('/api/audit', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const rows = () => api.database.query<Row & { readonly [name: string]: unknown }>('select act, outcome, actor, roles, desk_id, details from audit_row order by position');
  const export_ = async (by: OperatorClient, query = '') => {
    const answer = await fetch(`${api.url}/api/audit/export${query}`, { headers: { cookie: by.cookie } });
    return { status: answer.status, disposition: answer.headers.get('content-disposition'), text: await answer.text() };
  };

  it('tells of each act who did it in which roles, where, and how it ended, and never a code or a person’s data', async () => {
    const story = await DeskStory.written(api, operator, station);
    await story.scan(story.envelope.outerCode);
    await supertest(api.url).post('/api/session').send({ username: 'bini', password: 'sbagliata' }).expect(401);
    const told = await rows();
    const ofAct = (act: string) => told.find((row) => row.act === act);
    expect(ofAct('case.delivered')).toMatchObject({ outcome: 'done', actor: 'operator', roles: ['operator'] });
    expect(ofAct('case.written')).toMatchObject({ outcome: 'done', actor: 'station', roles: null });
    expect(ofAct('session.refused')).toMatchObject({ outcome: 'refused', actor: 'nobody', desk_id: operator.session.desk.id });
    const { surname, name, codiceFiscale } = story.card.holder;
    const all = JSON.stringify(told);
    for (const personal of [surname, name, codiceFiscale.value, 'CA12345AB', story.envelope.outerCode]) expect(all).not.toContain(personal);
    const keys = new Set(told.flatMap(({ details }) => Object.keys(details)));
    expect([...keys].filter((key) => /^(pin|puk|cip)$|code$|diagnos|impediment|birth|surname|fiscale/i.test(key))).toEqual([]);
  });

  it('refuses a row that names a code or a diagnosis', async () => {
    const write = (name: string) => api.app.get(UnitOfWork).run(async (transaction) => transaction.audit({ act: 'sheets.received', actor: { kind: 'installation' }, requestId: null, details: { [name]: 'x' } }));
    for (const name of ['pin', 'puk', 'cip', 'outerCode', 'password', 'diagnosis', 'codiceFiscale']) await expect(write(name)).rejects.toThrow('could not be written');
    await write('sheets');
  });

  it('does nothing of which the log cannot be written, says so, and does all the rest', async () => {
    await api.database.query(`alter table audit_row add constraint ck_broken check (act <> 'card.checked') not valid`);
    const story = await DeskStory.recognised(api, operator, station);
    const [{ checks }] = (await api.database.query<{ checks: number }>('select count(*)::int as checks from functional_check')) as [{ checks: number }];
    const refused = await operator.post('/api/functional-checks', { insertionId: story.insertionId }).expect(503);
    expect(codeOf(refused)).toBe('audit-not-written');
    expect((await api.database.query<{ checks: number }>('select count(*)::int as checks from functional_check'))[0]).toEqual({ checks });
    expect(api.logLines.filter((line) => line.includes('its row in the log could not be written') && line.includes('"acts":"card.checked"') && line.includes('23514'))).toHaveLength(1);
    // Other acts, and looks, go on at the same desk.
    await operator.identify(await operator.case(story.id));
    await operator.get('/api/desk').expect(200);
    await api.database.query('alter table audit_row drop constraint ck_broken');
    await operator.post('/api/functional-checks', { insertionId: story.insertionId }).expect(201);
  });

  it('carries the newest heads in answers to people who are signed in and to stations, and tells nobody else', async () => {
    await seal(api);
    const answer = await operator.get('/api/session').expect(200);
    const heads = api.app.get(LogHeads).all();
    expect(heads).toHaveLength(1);
    expect(JSON.parse(answer.headers[LOG_HEAD_HEADER] as string)).toEqual(heads);
    expect((await operator.get('/api/desk').expect(200)).headers[LOG_HEAD_HEADER]).toBeDefined();
    for (const path of ['/api/health/ready', '/api/health/log', '/api/docs-json']) expect((await supertest(api.url).get(path).expect(200)).headers[LOG_HEAD_HEADER]).toBeUndefined();
  });

  it('gives supervisors and administrators the log as the verifier reads it, and tells who took it', async () => {
    await seal(api);
    const supervisor = await api.signIn('sarti');
    await seal(api);
    const administrator = await api.signIn('admin');
    await api.signIn('bini');
    await seal(api);
    const whole = await export_(supervisor);
    expect(whole).toMatchObject({ status: 200 });
    expect(verdictOn(whole.text, { key: api.keys.audit.newest.publicKey })).toMatchObject({ kind: 'ok', figures: { firstBlock: 1 } });
    const head = api.app.get(LogHeads).of('acts')?.number ?? 0;
    const part = await export_(administrator, `?from=2&to=${head - 1}`);
    expect(part.disposition).toBe(`attachment; filename="registro-acts-2-${head - 1}.jsonl"`);
    expect(verdictOn(part.text)).toMatchObject({ kind: 'ok', figures: { firstBlock: 2, head: { number: head - 1 } } });
    await seal(api);
    expect(await exported(api)).toContain(`"details":{"from":2,"hasOpenings":false,"to":${head - 1}}`);
    expect((await export_(operator)).status).toBe(403);
    expect((await export_(supervisor, '?log=access&from=999')).status).toBe(404);
    expect((await export_(supervisor, '?from=0')).status).toBe(400);
    expect((await export_(supervisor, '?log=altro')).status).toBe(400);
  });
});
