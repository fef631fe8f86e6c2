// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVENT_DESK } from '@sportello/contracts';
import pg from 'pg';
import { TestApi } from '../../testing/test-api';
import { NoticeListener } from './notice-listener';

describe('the connection for notices', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  const listening = (): string[] => api.logLines.filter((line) => line.includes('listening for notices again'));

  it('is kept while it answers, and replaced when it does not in time; whoever listens is told to read again', async () => {
    const listener = api.app.get(NoticeListener);
    const events = await (await api.signIn()).events();
    await listener.tryConnection();
    expect(listening()).toEqual([]);
    const query = jest.spyOn(pg.Client.prototype, 'query').mockImplementationOnce(() => new Promise<never>(() => undefined) as never);
    await listener.tryConnection(undefined, 50);
    query.mockRestore();
    await api.until(() => Promise.resolve(listening().length === 1));
    await events.next(({ event, data }) => event === EVENT_DESK && (data as { readonly topic: string }).topic === 'station');
    events.close();
  });
});
