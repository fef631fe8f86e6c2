// SPDX-License-Identifier: AGPL-3.0-or-later
import { PROBLEM_CODES } from '@sportello/contracts';
import { PERMISSIONS } from '@sportello/domain';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { brotliCompressSync } from 'node:zlib';
import { codeOf } from './testing/operator-client';
import { routesOf } from './testing/routes-of';
import { TestApi } from './testing/test-api';

describe('the application', () => {
  let api: TestApi;
  let uiDir: string;

  beforeAll(async () => {
    uiDir = await mkdtemp(join(tmpdir(), 'sportello-ui-'));
    await mkdir(join(uiDir, 'assets'));
    await writeFile(join(uiDir, 'index.html'), '<!doctype html><html data-test="false"><head><base href="/"><link rel="stylesheet" href="a.css" nonce="__CSP_NONCE__"></head><body><app-root ngCspNonce="__CSP_NONCE__"></app-root></body></html>');
    await writeFile(join(uiDir, 'main-4RPTZQ2V.js'), 'console.log("ciao")');
    await writeFile(join(uiDir, 'main-4RPTZQ2V.js.br'), brotliCompressSync('console.log("ciao")'));
    await writeFile(join(uiDir, 'assets', 'icons.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    api = await TestApi.start({ uiDir });
  });
  afterAll(async () => {
    await api.close();
    await rm(uiDir, { recursive: true });
  });

  describe('every route', () => {
    it('says who may call it', () => {
      const routes = routesOf(api);
      expect(routes.map(({ name }) => name)).toEqual(expect.arrayContaining(['CasesController.open', 'StationJobsController.jobs', 'HealthController.live']));
      expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
      for (const { access } of routes) {
        if (access?.kind === 'permission') expect(PERMISSIONS).toContain(access.permission);
      }
    });

    it('is public only where it has to be', () => {
      const open = routesOf(api).filter(({ access }) => access?.kind === 'public' || access?.kind === 'enrolment');
      expect(open.map(({ name }) => name).sort()).toEqual(['HealthController.live', 'HealthController.onTheirWay', 'HealthController.ready', 'HealthController.sealing', 'InvitationsController.accept', 'PublicDesksController.csv', 'PublicDesksController.json', 'PublicFormsController.delegation', 'PublicRevocationsController.ask', 'PublicRevocationsController.askUnverified', 'SessionController.complete', 'SessionController.open', 'SessionController.openWithPasskey', 'SessionController.passkeyOptions', 'SingleSignOnController.ask', 'SingleSignOnController.comeBack', 'SingleSignOnController.end', 'SingleSignOnController.open', 'SingleSignOnController.ways', 'StationsController.enrol']);
    });

    it('that nobody made is not found, in the shape of all problems', async () => {
      const response = await supertest(api.url).get('/api/niente').expect(404);
      expect(response.get('content-type')).toContain('application/problem+json');
      expect(response.body).toMatchObject({ type: 'about:blank', status: 404, code: 'not-found' });
      expect((response.body as { requestId: string }).requestId).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  describe('a request', () => {
    it.each([
      ['that is not JSON', '{', 'application/json', 400],
      ['of a foreign type', 'a=b', 'text/csv', 415],
      ['that is too large', JSON.stringify({ username: 'x'.repeat(70_000), password: 'y' }), 'application/json', 413],
    ])('%s is refused as not of the agreed shape', async (_, body, type, status) => {
      const response = await supertest(api.url).post('/api/session').set('content-type', type).send(body).expect(status);
      expect(response.body).toMatchObject({ code: 'invalid-request', status });
    });

    it('is logged by its route’s pattern, with the id of its answer, and with nothing that it carried', async () => {
      const response = await supertest(api.url).get('/api/cases/01a20771-2ab4-756c-ba98-c82d68c0377e').set('cookie', 'segreto=1').expect(401);
      const { requestId } = response.body as { requestId: string };
      const line = api.logLines.find((text) => text.includes(requestId));
      expect(JSON.parse(line ?? '')).toMatchObject({ level: 'info', msg: 'request', method: 'GET', route: '/api/cases/:id', status: 401 });
      expect(api.logLines.join('')).not.toContain('segreto');
    });

    it('that meets an unexpected error is told nothing of it', async () => {
      const operator = await api.signIn();
      await api.database.query('alter table sheet rename to sheet_away');
      const response = await operator.get('/api/desk').expect(500);
      await api.database.query('alter table sheet_away rename to sheet');
      expect(response.body).toMatchObject({ code: 'internal', title: 'Something went wrong here' });
      expect(response.text).not.toContain('sheet');
      await operator.get('/api/desk').expect(200);
    });
  });

  describe('/api/docs-json', () => {
    it('is OpenAPI of every route, with the contract’s own schemas', async () => {
      const { body } = (await supertest(api.url).get('/api/docs-json').expect(200)) as { body: { paths: Record<string, unknown>; components: { schemas: Record<string, { properties?: Record<string, { enum?: string[] }> }> } } };
      expect(Object.keys(body.paths)).toEqual(
        expect.arrayContaining(['/api/session', '/api/desk', '/api/cases', '/api/cases/{id}', '/api/cases/{id}/identification', '/api/cases/{id}/scans', '/api/station/intents', '/api/station/jobs/{jobId}/reports']),
      );
      expect(Object.keys(body.components.schemas)).toEqual(expect.arrayContaining(['Case', 'Desk', 'Session', 'IdentificationRequest', 'EnrolmentAnswer']));
      expect(PROBLEM_CODES.length).toBeGreaterThan(50);
    });

    it('has a page, whose scripts are its own', async () => {
      const page = await supertest(api.url).get('/api/docs').expect(200);
      expect(page.text).toContain('swagger-ui-init.js');
      await supertest(api.url).get('/api/docs/swagger-ui-init.js').expect(200);
    });
  });

  describe('the page', () => {
    it('carries a nonce of each answer’s own, and allows nothing else inline', async () => {
      const [first, second] = [await supertest(api.url).get('/').expect(200), await supertest(api.url).get('/').expect(200)];
      const nonce = /ngCspNonce="([^"]{24})"/.exec(first.text)?.[1] ?? '';
      expect(first.text).not.toContain('__CSP_NONCE__');
      expect(first.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(first.get('content-security-policy')).toContain(`script-src 'self' 'nonce-${nonce}'`);
      expect(first.get('content-security-policy')).not.toContain('unsafe');
      expect(second.text).not.toContain(nonce);
      expect(first.get('cache-control')).toBe('no-store');
      expect(first.get('x-frame-options')).toBe('DENY');
      expect(first.get('strict-transport-security')).toBeUndefined();
    });

    it('answers every address that is its own to route, and no address of the API', async () => {
      expect((await supertest(api.url).get('/pratiche/117?x=1').expect(200)).text).toContain('<app-root');
      expect((await supertest(api.url).get('/../../etc/passwd').expect(200)).text).toContain('<app-root');
      expect((await supertest(api.url).get('/%2e%2e/%2e%2e/etc/passwd')).text).not.toContain('root:');
      await supertest(api.url).get('/api').expect(404);
    });

    it('gives nobody the page in the place of a file that is not there', async () => {
      expect(codeOf(await supertest(api.url).get('/main-AAAAAAAA.js').expect(404))).toBe('not-found');
      expect((await supertest(api.url).get('/index.html').expect(200)).get('cache-control')).toBe('no-store');
    });

    it('says whether its cards are a test’s', async () => {
      expect((await supertest(api.url).get('/').expect(200)).text).toContain('<html data-test="false">');
    });

    it('serves its files, compressed as they lie there, for ever when their names carry their content’s hash', async () => {
      const script = await supertest(api.url).get('/main-4RPTZQ2V.js').set('accept-encoding', 'br').expect(200);
      expect(script.get('content-encoding')).toBe('br');
      expect(script.get('content-type')).toContain('javascript');
      expect(script.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const plain = await supertest(api.url).get('/main-4RPTZQ2V.js').set('accept-encoding', 'identity').expect(200);
      expect(plain.get('content-encoding')).toBeUndefined();
      expect(plain.text).toBe('console.log("ciao")');
      expect((await supertest(api.url).get('/assets/icons.svg').expect(200)).get('cache-control')).toBe('no-cache');
    });
  });

  it('closes, though pages and stations hold their streams open, and notes that the stations are away', async () => {
    const closing = await TestApi.start();
    const [operator, station] = await Promise.all([closing.signIn(), closing.station()]);
    const events = await operator.events();
    await events.next();
    const began = Date.now();
    await closing.app.close();
    expect(Date.now() - began).toBeLessThan(5_000);
    await events.ended;
    expect(await closing.database.query('select stream_id from station where id = $1', [station.id])).toEqual([{ stream_id: null }]);
    await closing.database.drop();
  });

  it('refuses a request that carries no token of ours to any act', async () => {
    expect(codeOf(await supertest(api.url).post('/api/cases').send({}).expect(401))).toBe('not-signed-in');
  });
});
