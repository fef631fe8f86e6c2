// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import type { OperatorClient } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('a station’s status', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const writes = (caseId: string) => api.database.query(`select fence from job where case_id = $1 and type = 'write-card' order by fence`, [caseId]);

  it('begins the write that waits for a connected station, and its stream alone does not: events of the card may still be on their way', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    await story.leave();
    await story.scan(story.envelope.outerCode);
    await station.disconnect();
    await story.comeBack();
    await station.openStream();
    expect(await writes(story.id)).toEqual([]);
    await station.status(READY);
    expect((await story.now()).state).toBe('writing');
    expect(await writes(story.id)).toEqual([{ fence: 1 }]);
  });

  it('does not write again on a card that was not taken out since its write ended', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await station.report(story.writeJob.jobId, { type: 'interrupted', fence: 1, reason: 'outcome-unknown', statusWord: null });
    await station.status(READY);
    expect((await story.now()).state).toBe('interrupted');
    expect(await writes(story.id)).toEqual([{ fence: 1 }]);
    await story.leave();
    await story.comeBack();
    expect(await writes(story.id)).toEqual([{ fence: 1 }, { fence: 2 }]);
  });
});
