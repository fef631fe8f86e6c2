// SPDX-License-Identifier: AGPL-3.0-or-later
import supertest from 'supertest';
import { codeOf } from '../../testing/operator-client';
import { TestApi } from '../../testing/test-api';

describe('/api/health', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  it('is live as long as it answers, and ready while the database has the tables of this version', async () => {
    expect((await supertest(api.url).get('/api/health/live').expect(200)).body).toEqual({ status: 'live' });
    expect((await supertest(api.url).get('/api/health/ready').expect(200)).body).toEqual({ status: 'ready' });
  });

  it('is not ready on tables of another version, older or newer', async () => {
    const [last] = await api.database.query<{ id: number; name: string }>('select id, name from schema_migration order by id desc limit 1');
    await api.database.query(`update schema_migration set name = 'FromTomorrow1999999999999' where id = $1`, [last?.id]);
    expect((await supertest(api.url).get('/api/health/ready').expect(503)).body).toMatchObject({ code: 'unavailable', details: { because: 'schema' } });
    await api.database.query('delete from schema_migration where id = $1', [last?.id]);
    expect(codeOf(await supertest(api.url).get('/api/health/ready').expect(503))).toBe('unavailable');
    await api.database.query('insert into schema_migration (id, "timestamp", name) values ($1, 0, $2)', [last?.id, last?.name]);
    await supertest(api.url).get('/api/health/ready').expect(200);
  });

  it('is live but not ready without its database, and says to others that it is unavailable', async () => {
    const operator = await api.signIn();
    await api.database.cutOff();
    await supertest(api.url).get('/api/health/live').expect(200);
    await api.until(async () => (await supertest(api.url).get('/api/health/ready')).status === 503);
    expect(codeOf(await operator.get('/api/session').expect(503))).toBe('unavailable');
    await api.database.comeBack();
    await api.until(async () => (await supertest(api.url).get('/api/health/ready')).status === 200);
    await operator.get('/api/session').expect(200);
  });
});
