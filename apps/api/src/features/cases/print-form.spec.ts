// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('POST /api/cases/:id/form', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  it('prints the form again, alone, and the trouble of the first is past', async () => {
    const story = await DeskStory.recognised(api, operator, station);
    await operator.identify(await story.now());
    const first = await station.job('print-paper', { caseId: story.id });
    await station.report(first.jobId, { type: 'print-failed', reason: 'printer', condition: 'media-empty', wasSubmitted: true });
    expect((await story.now()).acts).toContain('print-form');
    expect(await story.act('form')).toMatchObject({ state: 'printing', obstacle: null });
    const second = await station.job('print-paper', { caseId: story.id });
    expect(second.jobId).not.toBe(first.jobId);
    expect(second.text).toEqual(first.text);
    expect(await api.database.query(`select count(*)::int as n from job where case_id = $1 and type = 'print-envelope'`, [story.id])).toEqual([{ n: 1 }]);
    expect(await api.database.query(`select 1 from audit_row where case_id = $1 and act = 'case.form-ordered'`, [story.id])).toHaveLength(1);
  });

  it('calls off the one that still waits', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await story.act('form');
    expect(await api.database.query(`select state from job where case_id = $1 and type = 'print-paper' order by created_at, id`, [story.id])).toEqual([{ state: 'cancelled' }, { state: 'pending' }]);
  });

  it('prints it for a citizen who comes back after the delivery, without the card, and says when it fails', async () => {
    const story = await DeskStory.written(api, operator, station);
    await story.scan(story.envelope.outerCode);
    await story.leave();
    expect(await story.act('form')).toMatchObject({ state: 'delivered', obstacle: null });
    const { jobId } = await station.job('print-paper', { caseId: story.id });
    await station.report(jobId, { type: 'print-failed', reason: 'printer', condition: 'media-jam', wasSubmitted: true });
    expect(await story.now()).toMatchObject({ state: 'delivered', obstacle: { code: 'printer-unavailable', details: { printer: 'forms', condition: 'media-jam' } } });
  });

  it('is refused before there is a form, while its printer cannot, and while no station is connected', async () => {
    const early = await DeskStory.recognised(api, operator, station);
    expect(codeOf(await early.actRefused('form'))).toBe('forbidden-transition');
    const story = await DeskStory.sheetOut(api, operator, station);
    await station.status({ ...READY, forms: 'stopped' });
    expect((await story.actRefused('form')).body).toMatchObject({ code: 'printer-unavailable', details: { printer: 'forms', condition: 'stopped' } });
    await station.disconnect();
    expect(codeOf(await story.actRefused('form'))).toBe('station-offline');
    await station.connect();
  });
});
