// SPDX-License-Identifier: AGPL-3.0-or-later
import { TestBed } from '@angular/core/testing';
import { FakeApi, settled } from '../../testing/fake-api';
import { problem, session } from '../../testing/fixtures';
import { numberUuids } from '../../testing/numbered-uuids';
import { LinkState } from '../link/link-state';
import { SessionState } from '../session/session-state';
import { ApiClient } from './api-client';

function given(api: FakeApi) {
  numberUuids();
  TestBed.configureTestingModule({ providers: [api.provider] });
  const state = TestBed.inject(SessionState);
  state.begin(session());
  return { client: TestBed.inject(ApiClient), state, link: TestBed.inject(LinkState) };
}

const ROUTE = 'POST /api/cases';

describe('an act', () => {
  test('carries the session’s token and a key of its own', async () => {
    const api = new FakeApi().on(ROUTE, { value: {} });
    await given(api).client.act('/api/cases', { insertionId: 'i' });
    expect(api.to(ROUTE)[0]?.headers).toMatchObject({ 'x-csrf-token': 'first', 'idempotency-key': 'uuid-1' });
  });

  test('that gets no answer waits for the link and is sent again with the same key', async () => {
    const api = new FakeApi().on(ROUTE, 'no-answer', { value: { number: 119 } });
    const { client, link } = given(api);
    link.change({ kind: 'lost', since: 0 });
    const answer = client.act('/api/cases', {});
    await settled();
    expect(api.to(ROUTE)).toHaveLength(1);
    link.change({ kind: 'open' });
    expect(await answer).toEqual({ kind: 'done', value: { number: 119 } });
    expect(api.to(ROUTE).map(({ headers }) => headers['idempotency-key'])).toEqual(['uuid-1', 'uuid-1']);
  });

  test('with a file carries its bytes, and another file of the same act another key', async () => {
    const api = new FakeApi().on(ROUTE, { problem: problem('unavailable', 503) }, { problem: problem('unavailable', 503) }, { value: {} });
    const { client } = given(api);
    const [first, second] = [new File(['a'], 'a.pdf', { lastModified: 1 }), new File(['b'], 'b.pdf', { lastModified: 1 })];
    for (const file of [first, second, first]) await client.actWithFile('/api/cases', file);
    expect(api.to(ROUTE).map(({ headers }) => [headers['content-type'], headers['idempotency-key']])).toEqual([
      ['application/octet-stream', 'uuid-1'],
      ['application/octet-stream', 'uuid-2'],
      ['application/octet-stream', 'uuid-1'],
    ]);
    expect(api.files).toEqual([first, second, first]);
  });

  test('that was answered gets a new key the next time', async () => {
    const api = new FakeApi().on(ROUTE, { problem: problem('no-card') }, { value: {} });
    const { client } = given(api);
    await client.act('/api/cases', {});
    await client.act('/api/cases', {});
    expect(api.to(ROUTE).map(({ headers }) => headers['idempotency-key'])).toEqual(['uuid-1', 'uuid-2']);
  });

  test('keeps its key when the server broke down in the middle', async () => {
    const api = new FakeApi().on(ROUTE, { problem: problem('unavailable', 503) }, { value: {} });
    const { client } = given(api);
    await client.act('/api/cases', {});
    await client.act('/api/cases', {});
    expect(api.to(ROUTE).map(({ headers }) => headers['idempotency-key'])).toEqual(['uuid-1', 'uuid-1']);
  });

  test('goes on with the new token when the same operator has signed in anew in another tab', async () => {
    const api = new FakeApi()
      .on(ROUTE, { problem: problem('csrf-token-missing', 403) }, { value: {} })
      .on('GET /api/session', { value: session({ csrfToken: 'second' }) });
    expect(await given(api).client.act('/api/cases', {})).toMatchObject({ kind: 'done' });
    expect(api.to(ROUTE)[1]?.headers).toMatchObject({ 'x-csrf-token': 'second', 'idempotency-key': 'uuid-1' });
  });

  test('does not go on in the session of another operator', async () => {
    const other = session({ operator: { id: '0191f2a0-0000-7000-8000-000000000009', displayName: 'G. Neri', roles: ['operator'] } });
    const api = new FakeApi().on(ROUTE, { problem: problem('csrf-token-missing', 403) }).on('GET /api/session', { value: other });
    expect(await given(api).client.act('/api/cases', {})).toMatchObject({ kind: 'refused' });
    expect(api.to(ROUTE)).toHaveLength(1);
  });
});

test('a session that the API no longer knows is expired, and remembered as it was', async () => {
  const api = new FakeApi().on('GET /api/desk', { problem: problem('not-signed-in', 401) });
  const { client, state } = given(api);
  await client.read('/api/desk');
  expect(state.status()).toMatchObject({ kind: 'expired', session: { operator: { displayName: 'L. Bini' } } });
});

test('an answer that is no problem of ours counts as none', async () => {
  const api = new FakeApi();
  expect(await given(api).client.read('/api/desk')).toEqual({ kind: 'unreachable' });
});
