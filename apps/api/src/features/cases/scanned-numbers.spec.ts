// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MatterView, SheetsView } from '@sportello/contracts';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

describe('the number on an envelope that is scanned while a case waits for its own', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let supervisor: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, supervisor, station] = await Promise.all([api.signIn(), api.signIn('sarti'), api.station()]);
  });
  afterAll(() => api.close());

  const matters = async (): Promise<readonly MatterView[]> => ((await operator.get('/api/sheets').expect(200)).body as SheetsView).matters;
  /** Another paper's six characters. */
  const OTHERS = 'XYZ234';
  const suffixOf = (outerCode: string) => outerCode.slice(-6);

  it('mistyped, with the six characters of the own envelope, stops nothing', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    expect(codeOf(await story.scanRefused(`000555-${suffixOf(story.envelope.outerCode)}`).expect(409))).toBe('wrong-sheet');
    expect(await matters()).toEqual([]);
    await story.act('envelope/void', { reason: 'sheet-damaged' });
    await story.act('abandonment');
    await story.leave();
  });

  it('of the sheet that the same case spoiled before stops nothing', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    await story.act('envelope/void', { reason: 'sheet-damaged' });
    await story.act('envelope');
    await station.job('print-envelope', { caseId: story.id });
    expect(codeOf(await story.scanRefused(`${story.envelope.outerCode.slice(0, 6)}-${OTHERS}`).expect(409))).toBe('wrong-sheet');
    expect(await matters()).toEqual([]);
    await story.act('envelope/void', { reason: 'sheet-damaged' });
    await story.act('abandonment');
    await story.leave();
  });

  it('that this desk never had stops nothing', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    expect(codeOf(await story.scanRefused(`999999-${OTHERS}`).expect(409))).toBe('wrong-sheet');
    expect(await matters()).toEqual([]);
    await story.act('envelope/void', { reason: 'sheet-damaged' });
    await story.act('abandonment');
    await story.leave();
  });

  it('that the books call used stops the printer for the next case, and not this one', async () => {
    const earlier = await DeskStory.written(api, operator, station);
    await earlier.scan(earlier.envelope.outerCode);
    await earlier.leave();
    const used = `${earlier.envelope.outerCode.slice(0, 6)}-${OTHERS}`;
    const story = await DeskStory.sheetOut(api, operator, station);
    expect(codeOf(await story.scanRefused(used).expect(409))).toBe('wrong-sheet');
    await story.scanRefused(used).expect(409);
    const [matter, ...others] = await matters();
    expect(others).toEqual([]);
    expect(matter).toMatchObject({ kind: 'number-repeated', isStopping: true, numberRead: earlier.envelope.outerCode.slice(0, 6), station: 'Postazione 1' });
    expect((await story.scan(story.envelope.outerCode)).state).toBe('writing');
    const job = await station.job('write-card', { caseId: story.id });
    await station.written(job, story.card);
    api.clock.pass({ seconds: 3 });
    await story.scan(story.envelope.outerCode);
    await story.leave();

    const next = await DeskStory.recognised(api, operator, station);
    expect(await operator.identify(await next.now())).toMatchObject({ state: 'authorised', obstacle: { code: 'printing-stopped' } });
    for (const who of [operator, supervisor]) await who.post(`/api/sheets/matters/${matter?.id}/signatures`, { outcome: 'explained', reason: 'Una busta vecchia sul tavolo' }).expect(200);
    expect((await next.act('envelope')).state).toBe('printing');
    await next.leave();
  });

  it('of a blank sheet further down says that sheets were skipped', async () => {
    const story = await DeskStory.sheetOut(api, operator, station);
    const own = Number(story.envelope.outerCode.slice(0, 6));
    const read = String(own + 3).padStart(6, '0');
    expect(codeOf(await story.scanRefused(`${read}-${OTHERS}`).expect(409))).toBe('wrong-sheet');
    expect(await matters()).toMatchObject([{ kind: 'number-skipped', numberRead: read, ranges: [{ first: String(own).padStart(6, '0'), last: read }] }]);
  });
});
