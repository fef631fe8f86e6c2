// SPDX-License-Identifier: AGPL-3.0-or-later
import supertest from 'supertest';
import { TestApi } from '../../testing/test-api';

const PATH = '/api/public/delegation-form.pdf';

describe('GET /api/public/delegation-form.pdf', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  it('gives the blank form to anybody, in the language asked for, and lets it be cached', async () => {
    const [plain, german] = [await supertest(api.url).get(PATH).expect(200), await supertest(api.url).get(`${PATH}?language=de`).expect(200)];
    expect(plain.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-language': 'it', 'cache-control': 'public, max-age=3600' });
    expect(plain.get('set-cookie')).toBeUndefined();
    expect((plain.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect(german.headers['content-language']).toBe('de');
    expect((german.body as Buffer).equals(plain.body as Buffer)).toBe(false);
    await supertest(api.url).get(PATH).set('if-none-match', plain.headers['etag'] ?? '').expect(304);
  });

  it('knows no other language', async () => {
    await supertest(api.url).get(`${PATH}?language=fr`).expect(400);
  });

  it('is not given without end to one who asks without end, and again after a minute', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 31; time += 1) statuses.push((await supertest(api.url).get(PATH)).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await supertest(api.url).get(PATH)).body).toMatchObject({ code: 'too-many-attempts' });
    api.clock.pass({ seconds: 61 });
    await supertest(api.url).get(PATH).expect(200);
  });
});
