// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JobReport } from '@sportello/contracts';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('a print', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const refusedIntent: JobReport = { type: 'print-failed', reason: 'intent-refused', condition: null, wasSubmitted: false };
  const sheetOf = async (controlNumber: string) => {
    const [sheet] = await api.database.query(`select state, case_id is null as "isFree" from sheet where control_number = $1 and desk_id = (select desk_id from station where id = $2)`, [controlNumber, station.id]);
    return sheet;
  };

  it('whose codes were recorded spoils its sheet, though the station says that it printed nothing: it may have forgotten', async () => {
    const story = await DeskStory.printing(api, operator, station);
    await station.post('/api/station/intents', (await station.draw(story.printJob)).request);
    await station.report(story.printJob.jobId, refusedIntent);
    expect((await story.now()).state).toBe('authorised');
    expect(await sheetOf(story.printJob.controlNumber)).toEqual({ state: 'spoiled', isFree: false });
  });

  it('without recorded codes gives its sheet back', async () => {
    const story = await DeskStory.printing(api, operator, station);
    await station.report(story.printJob.jobId, refusedIntent);
    expect(await sheetOf(story.printJob.controlNumber)).toEqual({ state: 'loaded', isFree: true });
  });

  it('that was called off is not begun: the station is told before its first byte', async () => {
    const story = await DeskStory.recognised(api, operator, station);
    await operator.identify(await story.now());
    const [envelope, form] = [await station.job('print-envelope', { caseId: story.id }), await station.job('print-paper', { caseId: story.id })];
    await station.post('/api/station/intents', (await station.draw(envelope)).request);
    await story.act('envelope/void', { reason: 'sheet-missing' });
    for (const { jobId } of [envelope, form]) {
      const refused = await station.report(jobId, { type: 'submitted' });
      expect([refused.status, codeOf(refused)]).toEqual([409, 'intent-voided']);
    }
  });

  it('may be told as submitted again while it is pending, and not once it is over', async () => {
    const story = await DeskStory.printing(api, operator, station);
    await station.post('/api/station/intents', (await station.draw(story.printJob)).request);
    expect((await station.report(story.printJob.jobId, { type: 'submitted' })).status).toBe(204);
    expect((await station.report(story.printJob.jobId, { type: 'submitted' })).status).toBe(204);
    await station.report(story.printJob.jobId, { type: 'completed' });
    expect(codeOf(await station.report(story.printJob.jobId, { type: 'submitted' }))).toBe('intent-voided');
  });
});
