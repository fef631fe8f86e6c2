// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import { TestApi } from '../../testing/test-api';
import { Housekeeping } from './housekeeping';

describe('housekeeping', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  it('takes away what is of no use any more, and nothing else', async () => {
    const operator = await api.signIn();
    await operator.post('/api/cases', { insertionId: '01a20771-2ab4-756c-ba98-c82d68c0377e' }).expect(409);
    const left = async () => {
      const [counts] = await api.database.query('select (select count(*)::int from session) as sessions, (select count(*)::int from idempotency_key) as keys, (select count(*)::int from sign_in_attempt) as attempts');
      return counts;
    };
    const sweep = () => api.app.get(Housekeeping).run();
    await sweep();
    expect(await left()).toEqual({ sessions: 1, keys: 1, attempts: 1 });
    api.clock.pass({ hours: 11 });
    await sweep();
    expect(await left()).toEqual({ sessions: 0, keys: 1, attempts: 1 });
    api.clock.pass({ hours: 14 });
    await sweep();
    expect(await left()).toEqual({ sessions: 0, keys: 0, attempts: 1 });
    api.clock.pass({ days: 90 });
    await sweep();
    expect(await left()).toEqual({ sessions: 0, keys: 0, attempts: 0 });
  });

  it('does not end the program when the database is away', async () => {
    await api.database.cutOff();
    await expect(api.app.get(Housekeeping).run()).resolves.toBeUndefined();
    await api.database.comeBack();
    expect(api.logLines.some((line) => line.includes('housekeeping did not end'))).toBe(true);
  });
});

describe('housekeeping of sealed codes', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  it('destroys those that waited too long, tells it in the log once, and the page says what to do', async () => {
    const story = await DeskStory.sheetOut(api, await api.signIn(), await api.station());
    const blobs = () => api.database.query('select station_blob is not null as station, vault_blob is not null as vault from intent where case_id = $1', [story.id]);
    const keepHouse = () => api.app.get(Housekeeping).run();
    api.clock.pass({ days: 89 });
    await keepHouse();
    expect(await blobs()).toEqual([{ station: true, vault: true }]);
    api.clock.pass({ days: 2 });
    await keepHouse();
    await keepHouse();
    expect(await blobs()).toEqual([{ station: false, vault: false }]);
    expect(await api.database.query(`select actor, case_id from audit_row where act = 'case.codes-aged-out'`)).toEqual([{ actor: 'installation', case_id: story.id }]);

    const operator = await api.signIn();
    const scanned = await operator.scan(await operator.case(story.id), story.envelope.outerCode);
    expect(scanned).toMatchObject({ state: 'printed', obstacle: { code: 'codes-aged-out' } });
    expect(await operator.act(scanned, 'envelope/void', { reason: 'sheet-damaged' })).toMatchObject({ state: 'authorised' });
  });
});
