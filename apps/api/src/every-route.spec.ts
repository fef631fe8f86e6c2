// SPDX-License-Identifier: AGPL-3.0-or-later
import { CSRF_HEADER, IDEMPOTENCY_KEY_HEADER } from '@sportello/contracts';
import { isAllowed, ROLES, type Role } from '@sportello/domain';
import { signRequest } from '@sportello/seal';
import { randomUUID } from 'node:crypto';
import type { Showing } from './platform/looks/shows';
import { OperatorClient } from './testing/operator-client';
import { type Route, routesOf } from './testing/routes-of';
import { PASSWORD, TestApi } from './testing/test-api';
import { WHAT_ROUTES_SHOW } from './testing/what-routes-show';

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly permission: string | undefined;
}

/** Every route as everybody: what a role may call is its permission's word, and nothing else's. Bodies are empty: whoever is let in is told that theirs is no request. */
describe('every route', () => {
  let api: TestApi;
  let routes: readonly Route[];

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({ operators: ROLES.map((role) => ({ username: `role-${role}`, password: PASSWORD, displayName: role, roles: [role], desk: 'MS-2' })) });
    routes = routesOf(api);
  });
  afterAll(() => api.close());

  /** The answer's head, and its problem; a stream is let go at once. */
  const ask = async ({ method, path, isStream }: Route, headers: Readonly<Record<string, string>>, body?: string): Promise<Answer> => {
    const stop = new AbortController();
    const response = await fetch(`${api.url}${path}`, { method, headers, signal: stop.signal, ...(body !== undefined && { body }) });
    const isProblem = response.headers.get('content-type')?.includes('problem+json') ?? false;
    const problem = isProblem ? ((await response.json()) as { readonly code: string; readonly details?: { readonly permission?: string } }) : undefined;
    if (isStream && !isProblem) stop.abort();
    else if (!isProblem) await response.arrayBuffer();
    return { status: response.status, code: problem?.code ?? 'none', permission: problem?.details?.permission };
  };
  const askFromPage = (operator: OperatorClient, route: Route): Promise<Answer> => {
    const own = { cookie: operator.cookie, [CSRF_HEADER]: operator.session.csrfToken, [IDEMPOTENCY_KEY_HEADER]: randomUUID() };
    return route.method === 'POST' ? ask(route, { ...own, 'content-type': 'application/json' }, '{}') : ask(route, own);
  };
  /** In turn: an act on the own session may end or lock it, and the next route is asked in a new one. */
  const asRole = async (role: Role): Promise<readonly (readonly [Route, Answer])[]> => {
    const signIn = () => OperatorClient.signIn(api.url, `role-${role}`, PASSWORD);
    let operator = await signIn();
    const answers: (readonly [Route, Answer])[] = [];
    for (const route of routes) {
      answers.push([route, await askFromPage(operator, route)]);
      if (route.method !== 'GET' && route.path.startsWith('/api/session')) operator = await signIn();
    }
    return answers;
  };

  it.each(ROLES)('is open to the role %s exactly where its permission says so', async (role) => {
    const answers = await asRole(role);
    const wrong = answers.filter(([{ access }, { status, code, permission }]) => {
      if (access?.kind !== 'permission') return code === 'forbidden';
      const isShut = status === 403 && code === 'forbidden' && permission === access.permission;
      return isAllowed([role], access.permission) ? code === 'forbidden' || code === 'not-signed-in' || code === 'session-locked' : !isShut;
    });
    expect(wrong).toEqual([]);
    expect(answers.filter(([, { status }]) => status >= 500)).toEqual([]);
  });

  it('that needs a permission is shut to nobody in particular, and to a station', async () => {
    const station = await api.station();
    const guarded = routes.filter(({ access }) => access?.kind === 'permission');
    expect(guarded.length).toBeGreaterThan(60);
    const answers = await Promise.all(
      guarded.map(async (route) => {
        const body = route.method === 'POST' ? '{}' : undefined;
        const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
        const signed = await signRequest({ method: route.method, path: route.path, ...(body !== undefined && { body }), sequence: station.nextSequence(), key: station.key(), now: api.clock.now() });
        return [route.name, (await ask(route, type, body)).code, (await ask(route, { ...type, ...signed }, body)).code];
      }),
    );
    expect(answers.filter(([, nobody, ofStation]) => nobody !== 'not-signed-in' || ofStation !== 'not-signed-in')).toEqual([]);
    await station.disconnect();
  });

  it('of the stations is shut to everybody without their signature', async () => {
    const operator = await api.signIn();
    const ofStations = routes.filter(({ access }) => access?.kind === 'station');
    expect(ofStations.length).toBeGreaterThan(4);
    for (const route of ofStations) {
      expect([route.name, (await askFromPage(operator, route)).code]).toEqual([route.name, 'signature-invalid']);
    }
  });

  it('says whom it shows, if it is a look, and nothing new is shown unseen', () => {
    const silent = routes.filter(({ method, showing }) => method === 'GET' && showing === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(Object.fromEntries(routes.filter(({ showing }) => showing !== undefined).map(({ method, name, showing }) => [`${method} ${name}`, shownBy(showing)]))).toEqual(WHAT_ROUTES_SHOW);
  });

  it('is one route', () => {
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  });
});

function shownBy(showing: Showing | undefined): string {
  if (showing?.kind === 'told') return `told by ${showing.by.join(', ')}`;
  return showing?.kind === 'look' ? showing.what : 'nobody';
}
