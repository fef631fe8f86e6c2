// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import type { OperatorClient } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('a case that waits for a supervisor', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const pendingWrites = (caseId: string) => api.database.query(`select 1 from job where case_id = $1 and state = 'pending' and type = 'write-card'`, [caseId]);

  it('is one whose card went mute in five writes: the sixth does not begin by itself', async () => {
    const story = await DeskStory.writing(api, operator, station);
    let insertionId = story.insertionId;
    for (let fence = 1; fence <= 5; fence += 1) {
      const job = fence === 1 ? story.writeJob : await station.job('write-card', { caseId: story.id });
      expect(job.fence).toBe(fence);
      await station.report(job.jobId, { type: 'interrupted', fence, reason: 'card-removed', statusWord: null });
      await station.remove(insertionId);
      insertionId = await story.comeBack();
    }
    expect(await pendingWrites(story.id)).toEqual([]);
    expect(await story.now()).toMatchObject({ state: 'interrupted', obstacle: { code: 'supervisor-needed', details: { because: 'too-many-writes', fence: 5 } } });
    expect(await api.database.query(`select details from audit_row where case_id = $1 and act = 'case.stopped'`, [story.id])).toEqual([{ details: { because: 'too-many-writes', fence: 5 } }]);
  });

  it('stays stopped, and says why, though its form fails afterwards', async () => {
    const story = await DeskStory.recognised(api, operator, station);
    await operator.identify(await story.now());
    const form = await station.job('print-paper', { caseId: story.id });
    const { outerCode } = await station.print(await station.job('print-envelope', { caseId: story.id }));
    await story.scan(outerCode);
    const write = await station.job('write-card', { caseId: story.id });
    await station.report(write.jobId, { type: 'interrupted', fence: 1, reason: 'transport-codes-refused', statusWord: '63C2' });
    await station.report(form.jobId, { type: 'print-failed', reason: 'printer', condition: 'media-empty', wasSubmitted: false });
    await story.leave();
    await story.comeBack();
    expect(await story.now()).toMatchObject({ state: 'interrupted', obstacle: { code: 'supervisor-needed', details: { because: 'transport-codes-refused' } } });
    expect(await pendingWrites(story.id)).toEqual([]);
  });
});
