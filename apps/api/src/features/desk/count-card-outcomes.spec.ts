// SPDX-License-Identifier: AGPL-3.0-or-later
import { CardOutcomes } from '@sportello/contracts';
import { localDateAt } from '@sportello/domain';
import { randomUUID } from 'node:crypto';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('/api/desk/outcomes', () => {
  let api: TestApi;
  let supervisor: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [supervisor, station] = await Promise.all([api.signIn('sarti'), api.station()]);
  });
  afterAll(() => api.close());

  const today = () => localDateAt(api.clock.now());
  const rows = async (from: string, to: string) => CardOutcomes.parse((await supervisor.get(`/api/desk/outcomes?from=${from}&to=${to}`).expect(200)).body).rows;
  const turnAway = async (reason: 'no-chip' | 'faulty-chip' | 'not-pushed-in') => {
    const insertionId = randomUUID();
    await station.cardEvent({ type: 'not-usable', reader: 'citizen', insertionId, at: api.clock.now().toISOString(), reason });
    await station.remove(insertionId);
  };

  it('counts each card that could not be served, by desk, type and reason', async () => {
    expect(await rows(today(), today())).toEqual([]);
    for (const reason of ['no-chip', 'faulty-chip', 'not-pushed-in', 'no-chip'] as const) await turnAway(reason);
    expect(await rows(today(), today())).toEqual([
      { desk: 'Sportello 2', cardType: null, outcome: 'no-chip', count: 2 },
      { desk: 'Sportello 2', cardType: null, outcome: 'faulty-chip', count: 1 },
    ]);
  });

  it('counts a card whose case a supervisor closed as lost, by its type', async () => {
    const story = await DeskStory.writing(api, await api.signIn(), station);
    await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason: 'blocked', statusWord: null });
    const { revision, card } = await supervisor.case(story.id);
    await supervisor.post(`/api/cases/${story.id}/loss`, { revision, reason: 'Il chip non risponde più' }).expect(200);
    await story.leave();
    expect(await rows(today(), today())).toContainEqual({ desk: 'Sportello 2', cardType: card?.cardType, outcome: 'lost', count: 1 });
  });

  it('counts within the period, whose days are the desk’s', async () => {
    await turnAway('no-chip');
    expect(await rows('2020-01-01', '2020-12-31')).toEqual([]);
    expect(await rows('2020-01-01', today())).not.toEqual([]);
  });

  it('is for supervisors, and asks for its period', async () => {
    expect(codeOf(await (await api.signIn()).get(`/api/desk/outcomes?from=${today()}&to=${today()}`).expect(403))).toBe('forbidden');
    expect(codeOf(await supervisor.get('/api/desk/outcomes').expect(400))).toBe('invalid-request');
  });
});
