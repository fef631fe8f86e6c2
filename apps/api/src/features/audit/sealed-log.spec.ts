// SPDX-License-Identifier: AGPL-3.0-or-later
import pg from 'pg';
import supertest from 'supertest';
import type { AuditEntry } from '../../platform/audit/audit-entry';
import { LogHeads } from '../../platform/audit/log-heads';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { auditKeysOf } from '../../platform/keys/audit-keys';
import { exported, seal, verdictOn } from '../../testing/log-reader';
import { TestApi } from '../../testing/test-api';
import { newLogKey } from '../../testing/test-keys';

const ENTRY: AuditEntry = { act: 'sheets.received', actor: { kind: 'installation' }, requestId: null };

describe('the sealed log', () => {
  let api: TestApi;
  let copy: TestApi;

  beforeEach(async () => {
    api = await TestApi.start();
    copy = await TestApi.start({ copyOf: api });
  });
  afterEach(async () => {
    await copy.close();
    await api.close();
  });

  const write = (by: TestApi, entry: Partial<AuditEntry> = {}) => by.app.get(UnitOfWork).run((transaction) => {
      transaction.audit({ ...ENTRY, ...entry });
      return Promise.resolve();
    });
  const key = () => api.keys.audit.newest.publicKey;
  const unsealed = async () => (await api.database.query('select 1 from audit_pending')).length;
  /** As whoever owns the tables could, after switching the triggers off. */
  const asOwner = (table: string, sql: string) => api.database.query(`alter table ${table} disable trigger user; ${sql}; alter table ${table} enable trigger user`);

  it('has every committed row once, whatever is taken back, comes late or is erased while several copies write and clocks are set', async () => {
    const copies = [api, copy];
    const at = (index: number): TestApi => copies[index % 2] as TestApi;
    // Its place in the table is taken first, its commit comes when others are long sealed.
    const late = new pg.Client({ connectionString: api.database.url });
    await late.connect();
    await late.query('begin');
    await late.query(`insert into audit_row (id, at, act, actor, details) values (gen_random_uuid(), now(), 'sheets.sent', 'installation', '{}')`);
    const act = (index: number): Promise<void> => {
      api.clock.pass({ hours: index % 3 === 0 ? -5 : 2 });
      return at(index).app.get(UnitOfWork).run(async (transaction) => {
        const isTakenBack = index % 5 === 0;
        transaction.audit({ ...ENTRY, ...(index % 4 === 0 && { personal: { displayName: `Persona ${index}` } }), details: { sheets: index, isTakenBack } });
        if (index % 2 === 0) transaction.audit({ ...ENTRY, act: 'sheets.loaded' });
        if (!isTakenBack) return;
        // Its rows had been written.
        await transaction.flush();
        throw new Error('taken back');
      });
    };
    for (let wave = 0; wave < 8; wave += 1) {
      const erase = api.database.query('delete from audit_opening where row_id in (select row_id from audit_opening limit 2)');
      await Promise.allSettled([...Array.from({ length: 30 }, (_, index) => act(wave * 30 + index)), seal(at(wave)), erase]);
    }
    await seal(copy);
    await late.query('commit');
    await late.end();
    await seal(api);

    const [{ rows }] = (await api.database.query<{ rows: number }>('select count(*)::int as rows from audit_row')) as [{ rows: number }];
    const text = await exported(api);
    const verdict = verdictOn(text, { key: key(), heads: [api, copy].flatMap((each) => each.app.get(LogHeads).all()) });
    expect(verdict).toMatchObject({ kind: 'ok', figures: { rows, isByPinnedKey: true } });
    if (verdict.kind !== 'ok') throw new Error('not verified');
    expect(verdict.figures.blocks).toBeGreaterThan(5);
    expect(verdict.figures.openings).toBeGreaterThan(10);
    expect(text).not.toContain('"isTakenBack":true');
    expect(text.split('\n').filter((line) => line.includes('"act":"sheets.sent"'))).toHaveLength(1);
    // Names, where they were asked for and not erased; elsewhere the same proof names nobody.
    expect(text).toContain('Persona');
    const bare = await exported(api, { hasOpenings: false });
    expect(bare).not.toContain('Persona');
    expect(verdictOn(bare, { key: key() })).toMatchObject({ kind: 'ok', figures: { openings: 0 } });
  });

  it('is sealed within moments by the copy that wrote, and the other copies hear of it', async () => {
    await seal(api);
    const before = copy.app.get(LogHeads).of('acts')?.number ?? 0;
    await write(api);
    await api.until(async () => (copy.app.get(LogHeads).of('acts')?.number ?? 0) > before);
    expect(copy.app.get(LogHeads).all()).toEqual(api.app.get(LogHeads).all());
  });

  it('shows every change that the owner of the tables makes to a sealed row', async () => {
    await write(api, { details: { sheets: 7 }, change: { before: { roles: ['operator'] }, after: { roles: ['supervisor'] } } });
    await seal(api);
    const verdict = async () => verdictOn(await exported(api), { key: key(), heads: api.app.get(LogHeads).all() });
    const heads = api.app.get(LogHeads).all();
    expect(await verdict()).toMatchObject({ kind: 'ok' });
    const row = `where act = 'sheets.received'`;
    for (const [change, undo] of [
      [`details = '{"sheets": 8}'`, `details = '{"sheets": 7}'`],
      [`at = at + interval '1 microsecond'`, `at = at - interval '1 microsecond'`],
      [`change = jsonb_set(change, '{after,roles,0}', '"operator"')`, `change = jsonb_set(change, '{after,roles,0}', '"supervisor"')`],
      [`act = 'sheets.receivee'`, ''],
    ] as const) {
      await asOwner('audit_row', `update audit_row set ${change} ${row}`);
      expect(await verdict()).toMatchObject({ kind: 'lie', lie: { kind: 'row-altered' } });
      if (undo !== '') await asOwner('audit_row', `update audit_row set ${undo} ${row}`);
    }
    await asOwner('audit_row', `update audit_row set act = 'sheets.received' where act = 'sheets.receivee'`);
    expect(verdictOn(await exported(api), { heads })).toMatchObject({ kind: 'ok' });
    await asOwner('audit_row', `delete from audit_row ${row}`);
    expect(await verdict()).toMatchObject({ kind: 'lie' });
  });

  it('cannot be changed by the application, which can neither unmake a block nor seal a row that does not wait', async () => {
    await seal(api);
    const { database } = api;
    for (const table of ['audit_block', 'audit_leaf']) {
      for (const sql of [`delete from ${table}`, `update ${table} set log = log`, `truncate ${table}`]) await expect(database.query(sql)).rejects.toThrow('what seals the log is never changed or removed');
    }
    await expect(database.query(`insert into audit_leaf (log, block, position, hash) select log, block + 1, position + 1000, hash from audit_leaf limit 1`)).rejects.toThrow('only rows that wait are sealed, each once');
  });

  it('hands over from one key to the next, and a copy without the new one leaves the rows to those that have it', async () => {
    await seal(api);
    const next = newLogKey();
    const newer = await TestApi.start({ copyOf: api, keys: Object.assign({}, api.keys, { audit: auditKeysOf([api.keys.audit.newest, next]) }) });
    for (let blocks = 0; blocks < 2; blocks += 1) {
      await write(newer);
      await seal(newer);
    }
    await write(api);
    await seal(api);
    expect(await unsealed()).toBe(1);
    expect((await supertest(api.url).get('/api/health/log').expect(503)).body).toMatchObject({ details: { because: 'log', stopped: { acts: 'key-missing' } } });
    await supertest(newer.url).get('/api/health/log').expect(200);
    await seal(newer);
    expect(await unsealed()).toBe(0);
    expect(verdictOn(await exported(newer), { key: key() })).toMatchObject({ kind: 'ok', figures: { keyIds: [api.keys.audit.newest.keyId, next.keyId] } });
    await newer.close();
  });

  it('is not gone on with where its end was written anew: that is said loudly, and the desk works on', async () => {
    await seal(api);
    await write(api);
    await seal(api);
    // One that had seen the true end says so of a chain that was cut.
    await asOwner('audit_block', 'create table kept_block as select * from audit_block where number = 2; delete from audit_block where number = 2');
    await write(copy);
    await seal(copy);
    expect((await supertest(copy.url).get('/api/health/log').expect(503)).body).toMatchObject({ details: { stopped: { acts: 'head-contradicted' } } });
    await asOwner('audit_block', `insert into audit_block select * from kept_block; update audit_block set header = jsonb_set(header, '{sealedAt}', '"2020-01-01T00:00:00.000Z"') where number = 2`);
    const started = await TestApi.start({ copyOf: api });
    await write(started);
    await seal(started);
    expect(await unsealed()).toBeGreaterThan(0);
    expect(started.logLines.filter((line) => line.includes('THE LOG IS NOT SEALED ANY MORE') && line.includes('"block-altered"'))).toHaveLength(1);
    expect((await supertest(started.url).get('/api/health/log').expect(503)).body).toMatchObject({ details: { stopped: { acts: 'block-altered' } } });
    await supertest(started.url).get('/api/health/ready').expect(200);
    await (await started.signIn()).get('/api/desk').expect(200);
    await started.close();
  });
});
