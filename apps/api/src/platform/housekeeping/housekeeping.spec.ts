// SPDX-License-Identifier: AGPL-3.0-or-later
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
