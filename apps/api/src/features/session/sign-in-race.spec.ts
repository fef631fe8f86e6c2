// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVENT_DESK } from '@sportello/contracts';
import supertest from 'supertest';
import { SlowHash } from '../../platform/passwords/slow-hash';
import { PASSWORD, TestApi } from '../../testing/test-api';

describe('a sign-in', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  it('is looked at five times, though twenty wrong ones come at once', async () => {
    const attempts = Array.from({ length: 20 }, () => supertest(api.url).post('/api/session').send({ username: 'sarti', password: 'sbagliata' }));
    const statuses = (await Promise.all(attempts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('that replaces the browser’s session is told in the log, and to the pages that still show the earlier one', async () => {
    const earlier = await api.signIn();
    const events = await earlier.events();
    await supertest(api.url).post('/api/session').set('cookie', earlier.cookie).send({ username: 'bini', password: PASSWORD }).expect(200);
    await events.next(({ event, data }) => event === EVENT_DESK && (data as { readonly topic: string }).topic === 'session');
    await events.ended;
    expect(await api.database.query(`select 1 from audit_row where act = 'session.closed' and details->>'because' = 'signed-in-anew'`)).toHaveLength(1);
  });

  it('does not hold up the hashing of a CIP, whatever its queue', async () => {
    const passwords = new SlowHash(4, 1);
    const cips = passwords.apart();
    const flood = Array.from({ length: 60 }, () => passwords.hash('x'));
    expect(await cips.hash('7314098265')).toEqual(expect.stringMatching(/^\$2b\$04\$/));
    expect((await Promise.all(flood)).some((hashed) => typeof hashed !== 'string')).toBe(true);
  });
});
