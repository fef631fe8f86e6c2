// SPDX-License-Identifier: AGPL-3.0-or-later
import { LogRowProof, type LogRowsQuery, LogRowsView, LogStateView } from '@sportello/contracts';
import { checkProof } from '@sportello/seal';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { DeskStory } from '../../testing/desk-story';
import { seal } from '../../testing/log-reader';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { LogRowsRepository } from './log-rows.repository';

describe('GET /api/audit/rows', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let supervisor: OperatorClient;
  let administrator: OperatorClient;
  let station: StationClient;
  let story: DeskStory;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, supervisor, administrator, station] = await Promise.all([api.signIn(), api.signIn('sarti'), api.signIn('admin'), api.station()]);
    story = await DeskStory.recognised(api, operator, station);
    await operator.identify(await operator.case(story.id));
    await seal(api);
  });
  afterAll(() => api.close());

  const read = async (by: OperatorClient, query = ''): Promise<LogRowsView> => LogRowsView.parse((await by.get(`/api/audit/rows${query}`).expect(200)).body);
  const reads = async (): Promise<readonly { readonly details: object }[]> => api.database.query(`select details from audit_row where act = 'audit.read' order by position`);

  it('tells the newest first: who, as what, where, about what, and the block that has it', async () => {
    const { rows } = await read(supervisor, `?caseId=${story.id}`);
    expect(rows.map(({ act }) => act)).toEqual(['case.print-ordered', 'case.authorised', 'case.identified', 'personal-data.shown', 'case.opened']);
    expect(rows[1]).toMatchObject({
      outcome: 'done',
      actor: 'operator',
      operator: { id: operator.session.operator.id, name: operator.session.operator.displayName },
      roles: ['operator'],
      desk: { id: operator.session.desk.id },
      case: { id: story.id, number: (await operator.case(story.id)).number },
      block: expect.any(Number) as number,
    });
    const [opened] = (await read(supervisor, '?act=case.opened')).rows;
    expect(opened?.details).toMatchObject({ kind: 'holder' });
  });

  it('has no block for a row that waits, and no proof yet; once sealed its proof holds with the key alone', async () => {
    await read(supervisor, '?outcome=failed');
    const [row] = (await read(supervisor, `?act=audit&operatorId=${supervisor.session.operator.id}`)).rows;
    const path = `/api/audit/rows/${row?.id ?? ''}/proof`;
    expect(row).toMatchObject({ act: 'audit.read', block: null, details: { log: 'acts', outcome: 'failed' } });
    expect(codeOf(await supervisor.get(path).expect(409))).toBe('not-sealed-yet');
    await seal(api);
    const { proof } = LogRowProof.parse((await supervisor.get(path).expect(200)).body);
    expect(checkProof(proof, api.keys.audit.newest.publicKey)).toMatchObject({ kind: 'proven', row: { id: row?.id } });
  });

  it('is itself a row for each question, and none for the next pages of its answer', async () => {
    await api.app.get(UnitOfWork).run((transaction) => {
      for (let sheets = 1; sheets <= 120; sheets += 1) transaction.audit({ act: 'sheets.received', actor: { kind: 'installation' }, requestId: null, deskId: operator.session.desk.id, details: { sheets } });
      return Promise.resolve();
    });
    const before = (await reads()).length;
    const sheets: unknown[] = [];
    for (let after = ''; ; ) {
      const page = await read(supervisor, `?act=sheets.received${after}`);
      sheets.push(...page.rows.map(({ details }) => details['sheets']));
      if (!page.hasMore) break;
      after = `&after=${page.rows.at(-1)?.id ?? ''}`;
    }
    expect(sheets).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
    expect((await reads()).slice(before).map(({ details }) => details)).toEqual([{ log: 'acts', act: 'sheets.received' }]);
    // Whoever begins in the middle asks a question of their own.
    const [row] = (await read(supervisor, '?act=case.opened')).rows;
    await read(supervisor, `?act=case&after=${row?.id ?? ''}`);
    expect((await reads()).at(-1)?.details).toEqual({ log: 'acts', act: 'case' });
  });

  it('chooses by day at the desk, act or family, outcome, person, desk, station and subject', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(api.clock.now());
    const count = async (query: string): Promise<number> => (await read(administrator, query)).rows.length;
    expect(await count(`?from=${today}&to=${today}&act=case`)).toBe(4);
    // Half an hour after midnight at the desk.
    await api.database.query(`insert into audit_row (id, at, act, actor, details) values (gen_random_uuid(), '2026-01-09T23:30:00Z', 'sheets.sent', 'installation', '{}')`);
    expect([await count('?from=2026-01-10&to=2026-01-10'), await count('?from=2026-01-09&to=2026-01-09')]).toEqual([1, 0]);
    expect(await count(`?from=${today}&act=case&outcome=refused`)).toBe(0);
    expect(await count(`?stationId=${station.id}&act=card.recognised`)).toBe(1);
    expect(await count(`?deskId=${operator.session.desk.id}&act=case`)).toBe(4);
    expect(await count(`?operatorId=${operator.session.operator.id}&act=case`)).toBe(4);
    expect(await count('?act=audit&subjectKind=log&subjectId=access')).toBe(0);
    expect(await count('?log=access&act=case')).toBe(0);
    expect(await count('?log=access&act=session')).toBeGreaterThan(0);
    for (const query of ['?act=altro', '?from=ieri', '?subjectId=x', '?subjectKind=log', '?altro=1']) await supervisor.get(`/api/audit/rows${query}`).expect(400);
  });

  it('shows a supervisor the rows of the body’s desks, an administrator all, and an operator none', async () => {
    const acts = async (by: OperatorClient): Promise<readonly string[]> => (await read(by, '?act=installation')).rows.map(({ act }) => act);
    expect(await acts(supervisor)).toEqual([]);
    expect(await acts(administrator)).toContain('installation.provisioned');
    const [row] = (await read(administrator, '?act=installation')).rows;
    await supervisor.get(`/api/audit/rows/${row?.id ?? ''}/proof`).expect(404);
    await operator.get('/api/audit/rows').expect(403);
    const [other] = await api.database.query<{ id: string }>(
      `with b as (insert into body (id, name, kind, created_at) values (gen_random_uuid(), 'Altra', 'asl', now()) returning id)
       insert into desk (id, body_id, code, name, place, kind, created_at) select gen_random_uuid(), id, 'XX-1', 'Altrove', 'Lucca', 'asl', now() from b returning id`,
    );
    await api.app.get(UnitOfWork).run((transaction) => {
      transaction.audit({ act: 'sheets.loaded', actor: { kind: 'installation' }, requestId: null, deskId: other?.id ?? '' });
      return Promise.resolve();
    });
    expect((await read(supervisor, '?act=sheets.loaded')).rows).toEqual([]);
    expect((await read(supervisor, `?act=sheets.loaded&deskId=${other?.id ?? ''}`)).rows).toEqual([]);
    expect((await read(administrator, '?act=sheets.loaded')).rows).toHaveLength(1);
  });

  it('tells what an administrative change found and left, and the name of the person whom it is about', async () => {
    const subject = { kind: 'operator', id: operator.session.operator.id } as const;
    await api.app.get(UnitOfWork).run((transaction) => {
      transaction.audit({ act: 'person.changed', actor: { kind: 'operator', operatorId: administrator.session.operator.id }, requestId: null, deskId: operator.session.desk.id, subject, change: { before: { deskIds: ['a'] }, after: { deskIds: ['a', 'b'] } } });
      return Promise.resolve();
    });
    const [row] = (await read(administrator, `?subjectKind=operator&subjectId=${subject.id}`)).rows;
    expect(row).toMatchObject({ act: 'person.changed', subject: { ...subject, name: operator.session.operator.displayName }, change: { before: { deskIds: ['a'] }, after: { deskIds: ['a', 'b'] } } });
  });

  it('says up to where the logs are sealed, by which key, and by what the reader may choose', async () => {
    await seal(api);
    const state = async (by: OperatorClient): Promise<LogStateView> => LogStateView.parse((await by.get('/api/audit/state').expect(200)).body);
    const told = await state(supervisor);
    expect(told.logs).toMatchObject([{ log: 'acts', newest: { keyId: api.keys.audit.newest.keyId }, waiting: 0, stopped: null }, { log: 'access', newest: { number: 1 }, waiting: 0, stopped: null }]);
    expect(told.people.map(({ name }) => name)).toContain(operator.session.operator.displayName);
    expect(told.desks.map(({ place }) => place)).not.toContain('Lucca');
    expect((await state(administrator)).desks.map(({ place }) => place)).toContain('Lucca');
    await operator.get('/api/audit/state').expect(403);
    // It names colleagues, so reading it is a look.
    const looks = await api.database.query(`select details from audit_row where act = 'personal-data.shown' and operator_id = $1`, [supervisor.session.operator.id]);
    expect(looks).toEqual([{ details: { what: 'log-choices', route: 'GET /api/audit/state', count: told.people.length } }]);
  });

  it('finds by its indexes, whatever the number of rows', async () => {
    await api.database.query('analyze audit_row; set enable_seqscan = off');
    const someId = '0191f2a0-0000-7000-8000-00000000f00d';
    /** Of the statement that answers a question, as the repository asks it. */
    const plan = async (query: Partial<LogRowsQuery>, isWhole = true): Promise<string> => {
      let lines: readonly { readonly 'QUERY PLAN': string }[] = [];
      const explain = async (sql: string, values: unknown[]) => {
        lines = await api.database.query(`explain ${sql}`, values);
        return [];
      };
      await new LogRowsRepository({ query: explain } as unknown as EntityManager).find({ isWhole, deskId: someId, bodyId: someId, namesOf: someId }, { log: 'acts', ...query }, 51);
      return lines.map((line) => line['QUERY PLAN']).join('\n');
    };
    expect(await plan({ caseId: someId })).toContain('ix_audit_row_case');
    expect(await plan({ operatorId: someId })).toContain('ix_audit_row_operator');
    expect(await plan({ from: '2026-11-24', to: '2026-11-24' })).toMatch(/ix_audit_row_at\b[^]*Index Cond: \(\(at >= /);
    expect(await plan({ after: someId })).toMatch(/ix_audit_row_at\b[^]*Index Cond: \(ROW\(at, "position"\) </);
    // What is frequent is met soon on the way back in time; what is rare, or not there at all, must not cost the whole log.
    await api.database.query('set enable_indexscan = off');
    expect(await plan({ deskId: someId })).toMatch(/ix_audit_row_summary[^]*desk_id/);
    expect(await plan({ act: 'case.closed-as-lost' })).toMatch(/ix_audit_row_summary[^]*act/);
    expect(await plan({ subjectKind: 'log', subjectId: 'x' })).toMatch(/ix_audit_row_summary[^]*subject_id/);
    await api.database.query('reset enable_indexscan; reset enable_seqscan');
  });
});
