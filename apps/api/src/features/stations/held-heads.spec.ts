// SPDX-License-Identifier: AGPL-3.0-or-later
import { HEAD_PURPOSE, type Head, signDocument } from '@sportello/seal';
import supertest from 'supertest';
import { LogHeads } from '../../platform/audit/log-heads';
import { exported, seal, verdictOn } from '../../testing/log-reader';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('heads of the log that stations keep', () => {
  let api: TestApi;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    station = await api.station();
  });
  afterAll(() => api.close());

  const newHead = async (): Promise<Head> => {
    await api.signIn();
    await seal(api);
    const head = api.app.get(LogHeads).of('acts');
    if (!head) throw new Error('nothing is sealed');
    return head;
  };
  const countersign = async (head: Head, { signed = head, before = null }: { readonly signed?: Head; readonly before?: Head | null } = {}) => station.post('/api/station/heads', { head, before, signature: await signDocument({ head: signed, station: station.id }, { purpose: HEAD_PURPOSE, key: station.key() }) });
  const kept = () => api.database.query<{ number: string }>('select number from head_countersignature order by number');
  const alarms = () => api.database.query<{ details: object }>(`select details, station_id from audit_row where act = 'audit.head-contradicted' and outcome = 'failed' and station_id = $1`, [station.id]);
  const verdict = async (heads: readonly Head[] = []) => verdictOn(await exported(api), { key: api.keys.audit.newest.publicKey, heads });

  it('are countersigned, the newest of a station and a day is kept, and the export says so', async () => {
    const first = await newHead();
    expect((await countersign(first)).status).toBe(204);
    expect((await countersign(first)).status).toBe(204);
    const second = await newHead();
    expect((await countersign(second, { before: first })).status).toBe(204);
    expect((await kept()).map(({ number }) => Number(number))).toEqual([second.number]);
    api.clock.pass({ hours: 24 });
    const third = await newHead();
    await countersign(third);
    expect(await kept()).toHaveLength(2);
    expect(await verdict([first])).toMatchObject({ kind: 'ok', figures: { countersignatures: 2, stations: 1, countersignedTo: third.number, headsHeld: 1 } });
    expect(await alarms()).toEqual([]);
    await supertest(api.url).get('/api/health/log').expect(200);
  });

  it('are not believed under another signature', async () => {
    const head = await newHead();
    const before = await kept();
    expect((await countersign(head, { signed: { ...head, rows: head.rows + 1 } })).body).toMatchObject({ code: 'invalid-request' });
    expect(await kept()).toEqual(before);
  });

  it('raise an alarm, once a day, when the log does not have them or the station was told another', async () => {
    const head = await newHead();
    const other = { ...head, hash: 'A'.repeat(43) };
    expect((await countersign(other)).status).toBe(204);
    expect(await alarms()).toMatchObject([{ details: { heldBlock: head.number, heldHash: other.hash } }]);
    expect((await station.post('/api/station/heads/contradicted', { held: other, told: head })).status).toBe(204);
    expect(await alarms()).toHaveLength(1);
    expect((await supertest(api.url).get('/api/health/log').expect(503)).body).toMatchObject({ details: { because: 'log', stopped: {}, contradictingStations: 1 } });
    expect(api.logLines.filter((line) => line.includes('A STATION HOLDS A HEAD'))).toHaveLength(1);
    api.clock.pass({ hours: 24 });
    await countersign(head, { before: other });
    expect((await alarms()).at(-1)).toMatchObject({ details: { toldBlock: head.number } });
    expect(await alarms()).toHaveLength(2);
    api.clock.pass({ hours: 8 * 24 });
    await supertest(api.url).get('/api/health/log').expect(200);
  });

  it('raise no alarm when a copy of the API lags behind, and tells an older head than the station holds', async () => {
    const [older, newer, before] = [await newHead(), await newHead(), await alarms()];
    expect((await station.post('/api/station/heads/contradicted', { held: newer, told: older })).status).toBe(204);
    api.clock.pass({ hours: 24 });
    expect((await station.post('/api/station/heads/contradicted', { held: newer, told: older })).status).toBe(204);
    expect(await alarms()).toEqual(before);
    await supertest(api.url).get('/api/health/log').expect(200);
    expect((await station.post('/api/station/heads/contradicted', { held: { ...newer, hash: 'A'.repeat(43) }, told: newer })).status).toBe(204);
    expect((await alarms()).at(-1)).toMatchObject({ details: { heldBlock: newer.number, toldHash: newer.hash } });
    expect(await alarms()).toHaveLength(before.length + 1);
  });

  it('show in the export that the end was cut off, or written anew', async () => {
    const head = await newHead();
    await countersign(head);
    const asOwner = (table: string, sql: string) => api.database.query(`alter table ${table} disable trigger user; ${sql}; alter table ${table} enable trigger user`);
    await asOwner('audit_block', `update audit_block set number = number + 1000 where log = 'acts' and number = ${head.number}`);
    await asOwner('audit_block', `create temporary table cut as select * from audit_block where number > 1000; delete from audit_block where number > 1000`);
    expect(await verdict()).toMatchObject({ kind: 'lie', lie: { kind: 'cut-off' } });
  });
});
