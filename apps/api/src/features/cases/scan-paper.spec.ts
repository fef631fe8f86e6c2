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
    expect(codeOf(await story.scanRefused(story.envelope.outerCode).expect(409))).toBe('scan-too-early');
    api.clock.pass({ seconds: 0.5 });
    expect(await story.scan(story.envelope.outerCode)).toMatchObject({ state: 'delivered' });
  });

  it('of the form is the delivery at once: it gives no go-ahead that could be meant', async () => {
    const story = await DeskStory.writing(api, operator, station);
    await station.written(story.writeJob, story.card);
    expect(await story.scan((await story.now()).formNumber)).toMatchObject({ state: 'delivered' });
  });

  it('of an envelope of another open case says so, and of a number that no case has, that it is the wrong sheet', async () => {
    const [story, other] = [await DeskStory.sheetOut(api, operator, station), await DeskStory.sheetOut(api, operator, station)];
    expect(codeOf(await story.scanRefused(other.envelope.outerCode).expect(409))).toBe('sheet-of-another-case');
    expect(codeOf(await story.scanRefused('000999-K7P4XR').expect(409))).toBe('wrong-sheet');
    await other.act('envelope/void', { reason: 'sheet-damaged' });
    expect(codeOf(await story.scanRefused(other.envelope.outerCode).expect(409))).toBe('wrong-sheet');
  });

  it('finds a sheet whose coming out of the printer is in the log', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    const rows = await api.database.query(`select actor, details from audit_row where case_id = $1 and act = 'case.envelope-printed'`, [story.id]);
    expect(rows).toEqual([{ actor: 'station', details: { controlNumber: story.envelope.request.controlNumber } }]);
  });
});
