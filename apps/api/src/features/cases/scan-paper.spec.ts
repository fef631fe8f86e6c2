// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('a scan', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  it('of the envelope that fires twice does not deliver it, though the write ended in between; a second later it does', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await station.written(story.writeJob, story.card);
    api.clock.pass({ seconds: 0.5 });
    expect(codeOf(await story.scanRefused(story.envelope.outerCode).expect(409))).toBe('sheet-already-scanned');
    api.clock.pass({ seconds: 0.5 });
    expect(await story.scan(story.envelope.outerCode)).toMatchObject({ state: 'delivered' });
  });

  it('of the form is the delivery at once: it gives no go-ahead that could be meant', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await station.written(story.writeJob, story.card);
    expect(await story.scan((await story.now()).formNumber)).toMatchObject({ state: 'delivered', papersFiled: [{ paper: 'form' }] });
  });

  it('of an envelope of another open case says so, and of a number that no case has, that it is the wrong sheet', async () => {
    const [story, other] = [await DeskStory.sheetOut(api, operator, station), await DeskStory.sheetOut(api, operator, station)];
    expect(codeOf(await story.scanRefused(other.envelope.outerCode).expect(409))).toBe('sheet-of-another-case');
    expect(codeOf(await story.scanRefused('000999-K7P4XR').expect(409))).toBe('wrong-sheet');
    await other.act('envelope/void', { reason: 'sheet-damaged' });
    expect(codeOf(await story.scanRefused(other.envelope.outerCode).expect(409))).toBe('sheet-spoiled');
  });

  it('of the envelope twice writes once, and says that once is enough', async () => {
    const story = await DeskStory.writing(api, operator, station);
    const { controlNumber } = story.envelope.request;
    const refused = await story.scanRefused(story.envelope.outerCode).expect(409);
    expect(refused.body).toMatchObject({ code: 'sheet-already-scanned', details: { state: 'writing', scanned: controlNumber } });
    expect(await api.database.query(`select fence from job where case_id = $1 and type = 'write-card'`, [story.id])).toEqual([{ fence: 1 }]);
  });

  it('of an envelope that another citizen has taken home says so', async () => {
    const [story, other] = [await DeskStory.sheetOut(api, operator, station), await DeskStory.written(api, operator, station)];
    await other.scan(other.envelope.outerCode);
    expect(codeOf(await story.scanRefused(other.envelope.outerCode).expect(409))).toBe('sheet-already-delivered');
  });

  it('of an envelope of another desk says so, though this desk counts alike, and moves neither case', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    const there = await api.station('carrara');
    const elsewhere = await DeskStory.printing(api, await api.signIn('carli'), there);
    const { controlNumber } = elsewhere.printJob;
    const drawn = await there.draw(elsewhere.printJob, { outerCode: `${controlNumber}-P4XRK7` });
    await there.post('/api/station/intents', drawn.request);
    const refused = await story.scanRefused(drawn.outerCode).expect(409);
    expect(refused.body).toMatchObject({ code: 'sheet-of-another-desk', details: { scanned: controlNumber, expected: story.envelope.request.controlNumber } });
    expect([(await story.now()).state, (await elsewhere.now()).state]).toEqual(['printing', 'printing']);
  });

  it('finds a sheet whose coming out of the printer is in the log', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    const rows = await api.database.query(`select actor, details from audit_row where case_id = $1 and act = 'case.envelope-printed'`, [story.id]);
    expect(rows).toEqual([{ actor: 'station', details: { controlNumber: story.envelope.request.controlNumber } }]);
  });
});
