// SPDX-License-Identifier: AGPL-3.0-or-later
import { request } from 'node:http';
import { demoEnvelope, printOver } from '../testing/demo-paper';
import { openWorld, type OpenWorld } from '../testing/open-world';
import { WorldView } from '../world/world-view';

type Reply = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly text: string };

describe('the world’s page and its API', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld();
  }, 60_000);
  afterAll(() => world[Symbol.asyncDispose]());

  /** By node:http, which unlike fetch lets a test say any Host. */
  const ask = (method: string, path: string, { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asked = request(new URL(path, world.url.replace('localhost', '127.0.0.1')), { method, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      asked.on('error', reject);
      asked.end(body);
    });
  const json = { 'content-type': 'application/json' };
  const act = (path: string, body: unknown = {}): Promise<Reply> => ask('POST', path, { body: JSON.stringify(body), headers: json });
  const view = async (): Promise<WorldView> => WorldView.parse(JSON.parse((await ask('GET', '/api/world')).text));

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80'])('answers to its own names only: not as %j', async (host) => {
    expect((await ask('GET', '/api/world', { headers: { host } })).status).toBe(403);
    expect((await ask('GET', '/', { headers: { host } })).status).toBe(403);
  });

  const sendableByAnybody = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''];
  it.each(sendableByAnybody)('takes no act as %j, which a page of another origin could send', async (type) => {
    expect((await ask('POST', '/api/reader/pull', { body: '{}', headers: { 'content-type': type } })).status).toBe(415);
  });

  it('answers no question about other origins, and no other method', async () => {
    const preflight = await ask('OPTIONS', '/api/reader/insert', { headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect(preflight.status).toBe(405);
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await ask('DELETE', '/api/world')).status).toBe(405);
  });

  it('lets the page run its own files and nothing inline', async () => {
    const page = await ask('GET', '/');
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/);
    expect(page.text).not.toMatch(/<script(?![^>]*src=)|style=|onclick=|<style/);
    const files = [...page.text.matchAll(/(?:href|src)="(?<path>\/[^"]+)"/g)].map(({ groups }) => groups?.['path'] ?? '');
    expect(files.length).toBeGreaterThan(3);
    for (const path of files) expect((await ask('GET', path)).status).toBe(200);
  });

  it.each(['/../package.json', '/..%2fpackage.json', '/words', '/tsconfig.page.json', '/api/nothing'])('serves nothing else: %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(404);
  });

  it.each([
    ['/api/reader/insert', {}],
    ['/api/reader/insert', { card: 'rossi-maria', force: true }],
    ['/api/reader/pull', { when: 'later' }],
    ['/api/faults/tear', { at: 'never' }],
    ['/api/faults/slow-chip', { on: 'yes' }],
    ['/api/cards/rossi-maria/use', { pin: '12' }],
  ])('refuses an act that it does not understand: %s %j', async (path, body) => {
    expect((await act(path, body)).status).toBe(400);
  });

  it('refuses a body that is no JSON, or too long', async () => {
    expect((await ask('POST', '/api/reader/pull', { body: '{', headers: json })).status).toBe(400);
    expect((await act('/api/reader/insert', { card: 'x'.repeat(5000) })).status).toBe(413);
  });

  it('has a second reader, for whoever comes for somebody else; no card is in both', async () => {
    const hasOwn = (await view()).citizens.find(({ id }) => id === 'lelli-nina');
    expect(hasOwn?.visit).toMatchObject({ kind: 'parent-of-minor', applicant: 'bruni-sara' });
    expect((await act('/api/reader/insert', { card: 'bruni-sara', reader: 'operator' })).status).toBe(200);
    expect(await view()).toMatchObject({ hasSecondReader: true, secondReader: { cardId: 'bruni-sara' }, reader: null });
    expect(await act('/api/reader/insert', { card: 'bruni-sara' })).toMatchObject({ status: 409, text: '{"kind":"slot-taken"}' });
    expect(await act('/api/cards/bruni-sara/use', { pin: '12345' })).toMatchObject({ status: 409, text: '{"kind":"card-in-reader"}' });
    await act('/api/reader/pull', { reader: 'operator' });
    expect((await view()).secondReader).toBeNull();
  });

  it('inserts and pulls the citizens’ cards', async () => {
    expect((await act('/api/reader/insert', { card: 'rossi-maria' })).status).toBe(200);
    expect((await view()).reader).toMatchObject({ cardId: 'rossi-maria', apdus: 0, work: 'idle' });
    expect(await act('/api/reader/insert', { card: 'verdi-gianni' })).toMatchObject({ status: 409, text: '{"kind":"slot-taken"}' });
    expect(await act('/api/cards/rossi-maria/use', { pin: '12345' })).toMatchObject({ status: 409, text: '{"kind":"card-in-reader"}' });
    expect((await act('/api/reader/pull')).status).toBe(200);
    expect((await view()).reader).toBeNull();
    expect((await act('/api/reader/insert', { card: 'nobody' })).status).toBe(404);
  });

  it('calls the next citizen until all have come', async () => {
    const { citizens, reserveLeft } = await view();
    expect((await act('/api/citizens/next')).status).toBe(200);
    const later = await view();
    expect([later.citizens.length, later.reserveLeft]).toEqual([citizens.length + 1, reserveLeft - 1]);
    expect(later.citizens.at(-2)).toMatchObject({ story: 'ordinary', hasOwnCodes: false });
  });

  it.each(['slow-chip', 'envelopes-jam', 'envelopes-nothing-comes-out', 'forms-out-of-paper'] as const)('switches %s on and off', async (fault) => {
    await act(`/api/faults/${fault}`, { on: true });
    expect((await view()).faults[fault]).toBe(true);
    await act(`/api/faults/${fault}`, { on: false });
    expect((await view()).faults).toEqual({ ...(await view()).faults, [fault]: false });
  });

  it('prepares a tear, and takes it back', async () => {
    await act('/api/faults/tear', { at: 'new-puk' });
    expect((await view()).faults.tear).toBe('new-puk');
    await act('/api/faults/tear', { at: null });
    expect((await view()).faults.tear).toBeNull();
    expect((await act('/api/faults/unheard-of', { on: true })).status).toBe(404);
  });

  it('tells no code of a closed envelope by any way, and those of an opened one', async () => {
    await printOver(world.printers.buste, await demoEnvelope());
    const [sheet] = (await view()).printers.buste.sheets;
    const address = `/api/printers/buste/${sheet?.id ?? ''}`;
    const closed = [await ask('GET', '/api/world'), await ask('GET', `${address}/sides`)].map(({ text }) => text).join();
    expect(closed).toContain('000419-K7P4XR');
    expect(closed).not.toMatch(/40718|58302946|7314098265/);
    expect(JSON.parse((await act(`${address}/open`)).text)).toEqual({ pin: '40718', puk: '58302946', cip: '7314098265' });
    expect((await view()).printers.buste.sheets[0]?.codes).toEqual({ pin: '40718', puk: '58302946', cip: '7314098265' });
    expect((await act(`${address}/take`)).status).toBe(200);
    expect((await act(`${address}/open`)).status).toBe(404);
    expect((await ask('GET', '/api/printers/fax/1/sides')).status).toBe(404);
  });

  it('sends the state at once and again after each change', async () => {
    const following = new AbortController();
    const response = await fetch(new URL('/api/events', world.url), { signal: following.signal });
    const decoder = new TextDecoder();
    let heard = '';
    const listening = (async () => {
      for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
        heard += decoder.decode(chunk, { stream: true });
        if (heard.includes('"tear":"proof"')) return;
      }
    })();
    await act('/api/faults/tear', { at: 'proof' });
    await listening;
    following.abort();
    await act('/api/faults/tear', { at: null });
    expect(heard).toMatch(/^event: world\ndata: \{/);
  });
});
