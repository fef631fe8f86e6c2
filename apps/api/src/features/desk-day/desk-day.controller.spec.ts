// SPDX-License-Identifier: AGPL-3.0-or-later
import { DayView, type SheetsView } from '@sportello/contracts';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

describe('/api/desk/day', () => {
  let api: TestApi;
  let bini: OperatorClient;
  let verdi: OperatorClient;
  let sarti: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({ operators: [{ username: 'verdi', password: PASSWORD, displayName: 'M. Verdi', roles: ['operator'], desk: 'MS-2' }] });
    [bini, verdi, sarti, station] = await Promise.all([api.signIn(), api.signIn('verdi'), api.signIn('sarti'), api.station()]);
  });
  afterAll(() => api.close());

  const today = async (who: OperatorClient = bini): Promise<DayView> => DayView.parse((await who.get('/api/desk/day').expect(200)).body);
  const act = async (path: string, body: object, who: OperatorClient = bini): Promise<DayView> => {
    const response = await who.post(`/api/desk/day/${path}`, body);
    if (response.status !== 200) throw new Error(`${path} was refused: ${response.text}`);
    return DayView.parse(response.body);
  };
  /** What a person sees who finds everything where the books have it. */
  const asBooked = ({ trays, inStock, inHand }: DayView) => ({ trays: trays.map(({ stationId, next, last }) => ({ stationId, first: next, last })), inStock, inHand });
  const sign = (id: string, outcome: string, who: OperatorClient) => who.post(`/api/sheets/matters/${id}/signatures`, { outcome, reason: 'Controllato insieme' }).expect(200);

  it('that nobody opened stops no citizen, and is told on the page', async () => {
    expect(await today()).toMatchObject({ state: 'not-opened', openedAt: null, sum: { difference: 0 }, selfTest: [{ station: 'Postazione 1', isOnline: true, envelopes: 'ready' }] });
    expect((await bini.desk()).custody).toEqual({ day: 'not-opened', isStockLow: false, minimumSheets: 50, stop: null, matters: 0 });
    const story = await DeskStory.written(api, bini, station);
    await story.scan(story.envelope.outerCode);
    await story.leave();
    expect((await today()).sum).toEqual({ opening: 0, received: 182, transferredIn: 0, delivered: 1, spoiled: 0, destroyed: 0, transferredOut: 0, closing: { 'in-stock': 0, loaded: 181, printed: 0, held: 0 }, difference: 0 });
  });

  it('opens once, with the first and the last sheet of each tray', async () => {
    expect(codeOf(await bini.post('/api/desk/day/closing', { trays: [], inStock: [], inHand: [] }).expect(409))).toBe('day-not-open');
    const opened = await act('opening', { trays: asBooked(await today()).trays });
    expect(opened).toMatchObject({ state: 'open', openedBy: 'L. Bini', matters: [] });
    expect(codeOf(await verdi.post('/api/desk/day/opening', { trays: [] }).expect(409))).toBe('day-already-open');
    expect((await bini.desk()).custody.day).toBe('open');
    expect(codeOf(await sarti.post('/api/desk/day/opening', { trays: [] }).expect(403))).toBe('forbidden');
  });

  it('hands sheets and cases over with one count', async () => {
    const story = await DeskStory.written(api, bini, station);
    const seen = asBooked(await today(verdi));
    const colleague = (await today(verdi)).colleagues[0];
    expect(colleague?.name).toBe('L. Bini');
    const handed = await act('handover', { ...seen, fromOperatorId: colleague?.id }, verdi);
    expect(handed).toMatchObject({ handovers: [{ from: 'L. Bini', to: 'M. Verdi', cases: 1 }], matters: [] });
    expect(codeOf(await verdi.post('/api/desk/day/handover', { ...seen, fromOperatorId: verdi.session.operator.id }).expect(404))).toBe('not-found');
    await story.scan(story.envelope.outerCode);
    await story.leave();
  });

  it('closes with a difference, which stays in view until two people explain it', async () => {
    const before = asBooked(await today());
    const trays = before.trays.map((tray) => ({ ...tray, last: '000598' }));
    const closed = await act('closing', { ...before, trays });
    expect(closed).toMatchObject({
      state: 'closed',
      closedBy: 'L. Bini',
      matters: [{ kind: 'count-differs', isStopping: false, ranges: [{ first: '000599', last: '000600' }], differences: [{ place: 'loaded', station: 'Postazione 1', missing: [{ first: '000599', last: '000600' }], unexpected: [] }] }],
    });
    const matter = closed.matters[0]?.id ?? '';
    api.clock.pass({ hours: 24 });
    [bini, verdi, sarti] = await Promise.all([api.signIn(), api.signIn('verdi'), api.signIn('sarti')]);
    expect(await today()).toMatchObject({ state: 'not-opened', matters: [{ id: matter, isOverdue: true }] });
    expect((await act('opening', { trays: asBooked(await today()).trays })).state).toBe('open');
    await sign(matter, 'destroyed', bini);
    expect((await today()).matters).toMatchObject([{ id: matter, state: 'signed-once' }]);
    await sign(matter, 'destroyed', verdi);
    expect(await today()).toMatchObject({ matters: [], sum: { destroyed: 2, difference: 0 }, trays: [{ last: '000598' }] });
  });

  it('stops a printer whose first sheet is not the next one, and still opens', async () => {
    await act('closing', asBooked(await today()));
    const trays = asBooked(await today()).trays.map((tray) => ({ ...tray, first: '000419' }));
    const opened = await act('opening', { trays });
    expect(opened).toMatchObject({ state: 'open', trays: [{ isStopped: true }], matters: [{ kind: 'number-repeated', numberRead: '000419' }] });
    const matter = opened.matters[0]?.id ?? '';
    await sign(matter, 'explained', bini);
    await sign(matter, 'explained', sarti);
    expect((await today()).trays[0]?.isStopped).toBe(false);
  });

  it('that was left open ends at the next opening, and is explained', async () => {
    const left = (await today()).day;
    api.clock.pass({ hours: 24 });
    [bini, sarti] = await Promise.all([api.signIn(), api.signIn('sarti')]);
    const opened = await act('opening', { trays: asBooked(await today()).trays });
    expect(opened).toMatchObject({ state: 'open', matters: [{ kind: 'day-not-closed', day: left, isOverdue: true }] });
    await sign(opened.matters[0]?.id ?? '', 'explained', bini);
    await sign(opened.matters[0]?.id ?? '', 'explained', sarti);
  });

  it('refuses a count that makes no sense, and changes nothing', async () => {
    const bad = await bini.post('/api/desk/day/closing', { trays: [], inStock: [{ first: '000009', last: '000001' }], inHand: [] }).expect(422);
    expect(codeOf(bad)).toBe('bad-sheet-range');
    expect(codeOf(await bini.post('/api/desk/day/closing', { trays: [{ stationId: bini.session.operator.id, first: null, last: null }], inStock: [], inHand: [] }).expect(404))).toBe('not-found');
    expect((await today()).state).toBe('open');
  });

  it('has a register, to print and for spreadsheets, whose reading is told in the log', async () => {
    const { day } = await today();
    const pdf = await bini.get(`/api/desk/day/register.pdf?day=${day}`).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    const csv = await sarti.get(`/api/desk/day/register.csv?day=${day}`).expect(200);
    expect(csv.headers['content-disposition']).toBe(`attachment; filename="registro-${day}.csv"`);
    expect(csv.text.startsWith('"Ora","Fatto","Fogli","N.","Dove","Nota"\r\n')).toBe(true);
    expect(csv.text).toContain('"Apertura","","","","L. Bini: nessuna differenza, pratiche aperte: 0"');
    expect(codeOf(await bini.get('/api/desk/day/register.csv?day=2999-01-01').expect(404))).toBe('not-found');
    expect(codeOf(await (await api.signIn('admin')).get(`/api/desk/day/register.pdf?day=${day}`).expect(403))).toBe('forbidden');
    const rows = await api.database.query(`select details from audit_row where act = 'register.read' order by position`);
    expect(rows).toEqual([{ details: { day, format: 'pdf' } }, { details: { day, format: 'csv' } }]);
  });

  it('that is past is summed by the ledger alone, and says what it said when it was closed', async () => {
    const [first] = await api.database.query<{ day: string }>(`select min(day)::text as day from desk_day`);
    const { text } = await bini.get(`/api/desk/day/register.csv?day=${first?.day}`).expect(200);
    expect(text).toContain('"Ricevuti","000419–000600","182"');
    expect(text).toContain('"Chiusura","","","","L. Bini: differenze: 1, pratiche aperte: 0"');
    expect(text).toContain('"Conteggio diverso","000599–000600","2","","distrutti; L. Bini: Controllato insieme; M. Verdi: Controllato insieme"');
  });

  it('tells who opened, handed over and closed in the log', async () => {
    const rows = await api.database.query<{ act: string }>(`select act from audit_row where act like 'desk.%' order by position`);
    expect(rows.map(({ act: told }) => told)).toEqual(['desk.opened', 'desk.handed-over', 'desk.closed', 'desk.opened', 'desk.closed', 'desk.opened', 'desk.opened']);
  });

  it('does not take sheets for lost that were seen in another place than the books say', async () => {
    const before = asBooked(await today());
    const closed = await act('closing', { ...before, trays: before.trays.map((tray) => ({ ...tray, last: '000596' })), inStock: [{ first: '000597', last: '000597' }] });
    expect(closed.matters).toMatchObject([{ kind: 'count-differs', ranges: [{ first: '000598', last: '000598' }], differences: [{ place: 'in-stock', unexpected: [{ first: '000597', last: '000597' }] }, { place: 'loaded', missing: [{ first: '000597', last: '000598' }] }] }]);
    for (const who of [bini, sarti]) await sign(closed.matters[0]?.id ?? '', 'destroyed', who);
    expect((await today()).trays[0]?.last).toBe('000597');
  });

  it('sums what moved at another copy of the API, whose clock is ahead', async () => {
    const { sum } = await today();
    const soon = new Date(api.clock.now().getTime() + 2_000);
    await api.database.query(`update sheet set state = 'spoiled', reason = 'sheet-damaged', changed_at = $1 where control_number = '000590' and desk_id = (select id from desk where code = 'MS-2')`, [soon]);
    expect((await today()).sum).toMatchObject({ spoiled: sum.spoiled + 1, closing: { loaded: sum.closing.loaded - 1 }, difference: 0 });
  });
});

describe('a pharmacy where one person works', () => {
  let api: TestApi;
  let farmacista: OperatorClient;
  let remote: OperatorClient;

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({
      desks: [{ code: 'F-1', name: 'Farmacia', place: 'Massa', body: 'Azienda sanitaria di esempio', kind: 'pharmacy' }],
      stations: [{ desk: 'F-1', name: 'Banco', enrolmentCode: 'ABCD-EFGH-7777' }],
      operators: [{ username: 'farma', password: PASSWORD, displayName: 'F. Rossi', roles: ['operator'], desk: 'F-1' }],
      sheets: [{ desk: 'F-1', from: '000001', to: '000100' }],
    });
    [farmacista, remote] = await Promise.all([api.signIn('farma'), api.signIn('sarti')]);
  });
  afterAll(() => api.close());

  const spoil = async (number: string): Promise<SheetsView> => (await farmacista.post('/api/sheets/spoiled', { first: number, last: number, reason: 'sheet-damaged' }).expect(200)).body as SheetsView;

  it('prints on after a spoiled sheet, and stops beyond three in a day until a supervisor lifts it', async () => {
    for (const number of ['000001', '000002', '000003']) expect((await spoil(number)).matters).toEqual([]);
    const stopped = await spoil('000004');
    expect(stopped.matters).toMatchObject([{ kind: 'spoiled-limit', isStopping: true, canSign: false }]);
    expect((await farmacista.desk()).custody.stop).toBe('spoiled-limit');
    const path = `/api/sheets/matters/${stopped.matters[0]?.id}/signatures`;
    expect(codeOf(await farmacista.post(path, { outcome: 'lifted', reason: 'Carta umida' }).expect(403))).toBe('second-person-needed');
    await remote.post(path, { outcome: 'lifted', reason: 'Carta umida, cambiata' }).expect(200);
    expect((await farmacista.desk()).custody.stop).toBeNull();
    expect((await spoil('000005')).matters).toEqual([]);
  });

  it('prints on after the first signature about a number, and a supervisor from elsewhere signs within the day', async () => {
    const { trays } = (await farmacista.get('/api/sheets').expect(200)).body as SheetsView;
    const read = await farmacista.post('/api/sheets/numbers', { stationId: trays[0]?.stationId, number: '000008', isSpent: false }).expect(200);
    const matter = (read.body as SheetsView).matters[0];
    const path = `/api/sheets/matters/${matter?.id}/signatures`;
    const signed = (await farmacista.post(path, { outcome: 'spoiled', reason: 'Due fogli presi insieme' }).expect(200)).body as SheetsView;
    expect(signed).toMatchObject({ trays: [{ isStopped: false, next: '000008' }], matters: [{ state: 'signed-once', isStopping: false, canSign: false }] });
    const closed = (await remote.post(path, { outcome: 'spoiled', reason: 'Visto al telefono' }).expect(200)).body as SheetsView;
    expect(closed.matters).toEqual([]);
    // The two that were skipped are none of the day's six.
    expect((await spoil('000008')).matters).toEqual([]);
    expect((await spoil('000009')).matters).toMatchObject([{ kind: 'spoiled-limit' }]);
  });

  it('may sign second when the supervisor was first', async () => {
    const { trays } = (await farmacista.get('/api/sheets').expect(200)).body as SheetsView;
    const read = await farmacista.post('/api/sheets/numbers', { stationId: trays[0]?.stationId, number: '000099', isSpent: false }).expect(200);
    const matter = (read.body as SheetsView).matters.find(({ kind }) => kind === 'number-skipped');
    const path = `/api/sheets/matters/${matter?.id}/signatures`;
    await remote.post(path, { outcome: 'found', reason: 'Visto al telefono' }).expect(200);
    const waiting = ((await farmacista.get('/api/sheets').expect(200)).body as SheetsView).matters.find(({ id }) => id === matter?.id);
    expect(waiting).toMatchObject({ state: 'signed-once', canSign: true });
    const closed = (await farmacista.post(path, { outcome: 'found', reason: 'Rimessi in ordine' }).expect(200)).body as SheetsView;
    expect(closed.matters.map(({ id }) => id)).not.toContain(matter?.id);
  });

  it('has its whole limit again in the morning, also when yesterday’s stop is lifted only then', async () => {
    api.clock.pass({ hours: 24 });
    [farmacista, remote] = await Promise.all([api.signIn('farma'), api.signIn('sarti')]);
    const [left] = ((await farmacista.get('/api/sheets').expect(200)).body as SheetsView).matters;
    await remote.post(`/api/sheets/matters/${left?.id}/signatures`, { outcome: 'lifted', reason: 'Stampante pulita' }).expect(200);
    for (const number of ['000010', '000011', '000012']) expect((await spoil(number)).matters).toEqual([]);
    expect((await spoil('000013')).matters).toMatchObject([{ kind: 'spoiled-limit', isStopping: true }]);
  });
});
