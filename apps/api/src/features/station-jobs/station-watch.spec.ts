// SPDX-License-Identifier: AGPL-3.0-or-later
import { EVENT_DESK } from '@sportello/contracts';
import type { OperatorClient } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { StationWatch } from './station-watch';

describe('a station', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const isOnline = async () => (await operator.desk()).station?.isOnline;
  const isStationEvent = ({ event, data }: { readonly event: string; readonly data: unknown }) => event === EVENT_DESK && (data as { readonly topic: string }).topic === 'station';

  it('is online for as long as it is heard, and its open stream alone does not make it so', async () => {
    api.clock.pass({ seconds: 44 });
    expect(await isOnline()).toBe(true);
    await station.status(READY);
    api.clock.pass({ seconds: 44 });
    expect(await isOnline()).toBe(true);
    api.clock.pass({ seconds: 1 });
    expect(await isOnline()).toBe(false);
    await station.disconnect();
    await station.connect();
    expect(await isOnline()).toBe(true);
  });

  it('that falls silent is told to its desk once, and its stream is not taken for a connection any more', async () => {
    const events = await operator.events();
    api.clock.pass({ seconds: 46 });
    await api.app.get(StationWatch).run();
    await events.next(isStationEvent);
    await api.app.get(StationWatch).run();
    const told = await api.database.query(`select details from audit_row where act = 'station.offline' and details->>'because' = 'silent'`);
    expect(told).toEqual([{ details: { because: 'silent' } }]);
    await station.status(READY);
    expect(await isOnline()).toBe(false);
    events.close();
    await station.connect();
    expect(await isOnline()).toBe(true);
  });

  it('that was revoked is not online, and the card in its reader is at no desk', async () => {
    const insertionId = await station.insert(await api.card());
    await api.database.query('update station set revoked_at = $2 where id = $1', [station.id, api.clock.now()]);
    expect((await operator.post('/api/cases', { insertionId })).body).toMatchObject({ code: 'no-card' });
    expect((await operator.desk()).station).toBeNull();
    await api.database.query('update station set revoked_at = null where id = $1', [station.id]);
  });
});
