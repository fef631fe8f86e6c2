// SPDX-License-Identifier: AGPL-3.0-or-later
import { SheetsView } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

describe('/api/sheets', () => {
  let api: TestApi;
  let bini: OperatorClient;
  let carli: OperatorClient;
  let sarti: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    await api.provision({
      operators: [
        { username: 'verdi', password: PASSWORD, displayName: 'M. Verdi', roles: ['operator'], desk: 'MS-2' },
        { username: 'neri', password: PASSWORD, displayName: 'A. Neri', roles: ['supervisor'], desk: 'CA-1' },
      ],
    });
    [bini, carli, sarti, station] = await Promise.all([api.signIn(), api.signIn('carli'), api.signIn('sarti'), api.station()]);
  });
  afterAll(() => api.close());

  const sheets = async (who: OperatorClient = bini): Promise<SheetsView> => SheetsView.parse((await who.get('/api/sheets').expect(200)).body);
  const act = async (path: string, body: object, who: OperatorClient = bini): Promise<SheetsView> => {
    const response = await who.post(`/api/sheets/${path}`, body);
    if (response.status !== 200) throw new Error(`${path} was refused: ${response.text}`);
    return SheetsView.parse(response.body);
  };
  const stationId = async (): Promise<string> => (await sheets()).trays[0]?.stationId ?? '';
  const sign = (id: string, outcome: string, who: OperatorClient) => who.post(`/api/sheets/matters/${id}/signatures`, { outcome, reason: 'Controllato insieme' });

  it('shows where every sheet is, and the rules of the desk', async () => {
    const shown = await sheets();
    expect(shown).toMatchObject({
      rules: { minimumSheets: 50, isOnePerson: false, spoiledPerDay: null, areDefaults: true },
      inStock: [],
      inHand: [],
      trays: [{ station: 'Postazione 1', next: '000419', last: '000600', count: 182, ranges: [{ first: '000419', last: '000600' }], isStopped: false }],
      toUse: 182,
      isLow: false,
      boxes: [{ first: '000419', last: '000600', receivedBy: null }],
      matters: [],
    });
  });

  it('takes a box of 5,000 at once, and no number twice', async () => {
    const key = randomUUID();
    const box = { first: '010001', last: '015000', note: 'Bolla 12' };
    await bini.post('/api/sheets/boxes', box, key).expect(200);
    const again = await bini.post('/api/sheets/boxes', box, key).expect(200);
    expect(SheetsView.parse(again.body)).toMatchObject({ inStock: [{ first: '010001', last: '015000' }], boxes: [{ ...{ first: '010001', last: '015000' }, note: 'Bolla 12', receivedBy: 'L. Bini' }, {}] });
    const refused = await bini.post('/api/sheets/boxes', { first: '014999', last: '015001', note: null }).expect(409);
    expect(refused.body).toMatchObject({ code: 'sheets-known', details: { ranges: [{ first: '014999', last: '015000' }] } });
    expect(codeOf(await bini.post('/api/sheets/boxes', { first: '000002', last: '000001', note: null }).expect(422))).toBe('bad-sheet-range');
    const [row] = await api.database.query<{ moves: number }>(`select count(*)::int as moves from sheet_movement where first_number = '010001' and kind = 'received'`);
    expect(row?.moves).toBe(1);
  });

  it('loads sheets under those that are left in the printer', async () => {
    const loaded = await act('loads', { stationId: await stationId(), first: '010001', last: '010100' });
    expect(loaded.trays[0]).toMatchObject({ next: '000419', last: '010100', count: 282, ranges: [{ first: '000419', last: '000600' }, { first: '010001', last: '010100' }] });
    expect(loaded.inStock).toEqual([{ first: '010101', last: '015000' }]);
    const refused = await bini.post('/api/sheets/loads', { stationId: await stationId(), first: '010090', last: '010110' }).expect(409);
    expect(refused.body).toMatchObject({ code: 'sheets-not-here', details: { ranges: [{ first: '010090', last: '010100' }] } });
    expect(codeOf(await bini.post('/api/sheets/loads', { stationId: randomUUID(), first: '010101', last: '010110' }).expect(404))).toBe('not-found');
  });

  it('spoils blank sheets, and puts those of which there is paper into a numbered bag', async () => {
    const spoiled = await act('spoiled', { first: '010101', last: '010102', reason: 'sheet-damaged' });
    expect(spoiled.toBag.map(({ controlNumber }) => controlNumber)).toEqual(['010101', '010102']);
    expect((await act('spoiled', { first: '010103', last: '010103', reason: 'sheet-missing' })).toBag).toHaveLength(2);
    const year = api.clock.now().getFullYear();
    const bagged = await act('bags', {});
    expect(bagged).toMatchObject({ toBag: [], bags: [{ number: `1/${year}`, count: 2, closedBy: 'L. Bini', inspectedAt: null }] });
    expect(codeOf(await bini.post('/api/sheets/bags', {}).expect(409))).toBe('sheets-not-here');
    const bag = bagged.bags[0]?.id ?? '';
    expect(codeOf(await bini.post(`/api/sheets/bags/${bag}/inspection`, { finding: 'Due fogli' }).expect(403))).toBe('forbidden');
    expect((await act(`bags/${bag}/inspection`, { finding: 'Due fogli, strappati' }, sarti)).bags).toMatchObject([{ inspectedBy: 'P. Sarti', finding: 'Due fogli, strappati' }]);
    expect(codeOf(await sarti.post(`/api/sheets/bags/${bag}/inspection`, { finding: 'Ancora' }).expect(409))).toBe('matter-settled');
  });

  it('shows a supervisor the bags that wait at every desk of the body, and tells the inspection in the log of the bag’s desk', async () => {
    await act('spoiled', { first: '010104', last: '010104', reason: 'sheet-damaged' });
    const bag = (await act('bags', {})).bags[0];
    expect((await sheets(carli)).bags).toEqual([]);
    const neri = await api.signIn('neri');
    expect((await sheets(neri)).bags).toMatchObject([{ id: bag?.id, desk: 'Sportello 2, Massa', count: 1 }]);
    expect((await act(`bags/${bag?.id}/inspection`, { finding: 'Un foglio' }, neri)).bags).toEqual([]);
    const [told] = await api.database.query<{ code: string }>(`select d.code from audit_row a join desk d on d.id = a.desk_id where a.act = 'sheets.bag-inspected' order by a.position desc limit 1`);
    expect(told?.code).toBe('MS-2');
  });

  it('sends sheets to another desk, tells what did not arrive, and writes it off when two people say so', async () => {
    const other = (await sheets()).otherDesks[0]?.id ?? '';
    const sent = await act('transfers', { toDeskId: other, first: '010201', last: '010210', note: 'Corriere interno' });
    expect(sent.transfers).toMatchObject([{ isIncoming: false, sent: [{ first: '010201', last: '010210' }], missing: [{ first: '010201', last: '010210' }], isShort: false }]);
    expect(sent.inStock).not.toContainEqual({ first: '010201', last: '010210' });
    const there = await sheets(carli);
    expect(there).toMatchObject({ inStock: [], transfers: [{ isIncoming: true }] });
    const parcel = there.transfers[0]?.id ?? '';
    expect(codeOf(await bini.post(`/api/sheets/transfers/${parcel}/arrival`, { ranges: [] }).expect(404))).toBe('not-found');
    expect(codeOf(await carli.post(`/api/sheets/transfers/${parcel}/arrival`, { ranges: [{ first: '010209', last: '010211' }] }).expect(409))).toBe('sheets-not-here');
    const arrived = await act(`transfers/${parcel}/arrival`, { ranges: [{ first: '010201', last: '010208' }] }, carli);
    expect(arrived).toMatchObject({ inStock: [{ first: '010201', last: '010208' }], transfers: [{ isShort: true, missing: [{ first: '010209', last: '010210' }] }], matters: [{ kind: 'transfer-short', ranges: [{ first: '010209', last: '010210' }] }] });
    const matter = arrived.matters[0]?.id ?? '';
    await act(`transfers/${parcel}/arrival`, { ranges: [{ first: '010209', last: '010209' }] }, carli);
    await sign(matter, 'destroyed', carli).expect(200);
    expect(codeOf(await sign(matter, 'destroyed', carli).expect(403))).toBe('second-person-needed');
    expect(codeOf(await sign(matter, 'destroyed', bini).expect(404))).toBe('not-found');
    expect((await bini.post('/api/sheets/boxes', { first: '010201', last: '010205', note: null }).expect(409)).body).toMatchObject({ code: 'sheets-known', details: { ranges: [{ first: '010201', last: '010205' }] } });
    const settled = SheetsView.parse((await sign(matter, 'destroyed', sarti).expect(200)).body);
    expect(settled.matters).toEqual([]);
    expect((await sheets(carli)).transfers).toEqual([]);
    const moves = await api.database.query(`select kind, from_state, to_state, first_number, last_number from sheet_movement where first_number >= '010201' and last_number <= '010210' order by position`);
    expect(moves).toEqual([
      { kind: 'transferred-out', from_state: 'in-stock', to_state: null, first_number: '010201', last_number: '010210' },
      { kind: 'transferred-in', from_state: null, to_state: 'in-stock', first_number: '010201', last_number: '010208' },
      { kind: 'transferred-in', from_state: null, to_state: 'in-stock', first_number: '010209', last_number: '010209' },
      { kind: 'transferred-in', from_state: null, to_state: 'in-stock', first_number: '010210', last_number: '010210' },
      { kind: 'moved', from_state: 'in-stock', to_state: 'destroyed', first_number: '010210', last_number: '010210' },
    ]);
  });

  it('destroys sheets when a second person has signed, and not before', async () => {
    const asked = await act('destructions', { first: '014001', last: '014010', reason: 'Scatola bagnata' });
    expect(asked.matters).toMatchObject([{ kind: 'destruction', state: 'signed-once', outcome: 'destroyed', canSign: false, signatures: [{ by: 'L. Bini', reason: 'Scatola bagnata' }] }]);
    const count = async () => (await api.database.query<{ n: number }>(`select count(*)::int as n from sheet where state = 'destroyed' and reason = 'stock-destroyed'`))[0]?.n;
    expect(await count()).toBe(0);
    const verdi = await api.signIn('verdi');
    expect((await sheets(verdi)).matters).toMatchObject([{ canSign: true }]);
    await sign(asked.matters[0]?.id ?? '', 'destroyed', verdi).expect(200);
    expect(await count()).toBe(10);
    expect(codeOf(await sign(asked.matters[0]?.id ?? '', 'destroyed', sarti).expect(409))).toBe('matter-settled');
  });

  it('stops the printer at a number that is not the next, until two people have explained it', async () => {
    const id = await stationId();
    const stopped = await act('numbers', { stationId: id, number: '000421', isSpent: false });
    expect(stopped).toMatchObject({ trays: [{ isStopped: true }], matters: [{ kind: 'number-skipped', isStopping: true, expected: '000419', numberRead: '000421', ranges: [{ first: '000419', last: '000420' }] }] });
    expect((await act('numbers', { stationId: id, number: '000422', isSpent: false })).matters).toHaveLength(1);
    const story = await DeskStory.recognised(api, bini, station);
    const waiting = await bini.identify(await story.now());
    expect(waiting).toMatchObject({ state: 'authorised', obstacle: { code: 'printing-stopped', details: { because: 'number-skipped' } } });
    expect((await bini.desk()).custody).toMatchObject({ stop: 'number-skipped', matters: 1 });
    const matter = stopped.matters[0]?.id ?? '';
    await sign(matter, 'spoiled', bini).expect(200);
    expect((await sheets()).trays[0]?.isStopped).toBe(true);
    await sign(matter, 'spoiled', sarti).expect(200);
    const after = await sheets();
    expect(after).toMatchObject({ trays: [{ isStopped: false, next: '000421' }], matters: [] });
    await story.act('envelope');
    expect(await station.job('print-envelope', { caseId: story.id })).toMatchObject({ controlNumber: '000421' });
    await story.leave();
  });

  it('holds the number of paper that came out against the sheet that a case awaits', async () => {
    const id = await stationId();
    const story = await DeskStory.sheetOut(api, bini, station);
    const own = story.envelope.outerCode.slice(0, 6);
    const following = (await sheets()).trays[0]?.next ?? '';
    expect((await act('numbers', { stationId: id, number: own, isSpent: true })).matters).toEqual([]);
    const [matter] = (await act('numbers', { stationId: id, number: following, isSpent: true })).matters;
    expect(matter).toMatchObject({ kind: 'number-skipped', isStopping: true, expected: own, numberRead: following, ranges: [{ first: own, last: following }] });
    for (const who of [bini, sarti]) await sign(matter?.id ?? '', 'found', who).expect(200);
    // The paper that came out is spent, wherever the others are.
    expect((await sheets()).trays[0]?.next).toBe(String(Number(following) + 1).padStart(6, '0'));
    expect((await sheets()).toBag).toMatchObject([{ controlNumber: following, reason: 'printer-trouble' }]);
    await story.act('envelope/void', { reason: 'sheet-damaged' });
    await story.act('abandonment');
    await story.leave();
  });

  it('leaves the reading of a good number without a trace', async () => {
    const id = await stationId();
    const next = (await sheets()).trays[0]?.next ?? '';
    expect((await act('numbers', { stationId: id, number: next, isSpent: false })).matters).toEqual([]);
  });

  it('is not for administrators, and stock is not for supervisors', async () => {
    expect(codeOf(await (await api.signIn('admin')).get('/api/sheets').expect(403))).toBe('forbidden');
    expect(codeOf(await sarti.post('/api/sheets/boxes', { first: '000001', last: '000002', note: null }).expect(403))).toBe('forbidden');
  });

  it('shows a supervisor the matters of every desk of the body', async () => {
    await act('destructions', { first: '014101', last: '014101', reason: 'Foglio macchiato' });
    const neri = await api.signIn('neri');
    expect((await sheets(neri)).matters).toMatchObject([{ desk: 'Sportello 2', kind: 'destruction', canSign: true }]);
    expect((await sheets(carli)).matters).toEqual([]);
  });

  it('moves sheets out of a printer whose station is gone into another one, and only those that nobody was promised', async () => {
    await api.provision({ stations: [{ desk: 'MS-2', name: 'Postazione 9', enrolmentCode: 'ABCD-EFGH-9999' }], sheets: [{ desk: 'MS-2', station: 'Postazione 9', from: '020001', to: '020010' }] });
    const here = await stationId();
    const trays = (await act('loads', { stationId: here, first: '020001', last: '020004' })).trays;
    expect(trays[0]).toMatchObject({ stationId: here, last: '020004' });
    expect(trays.find(({ station }) => station === 'Postazione 9')).toMatchObject({ next: '020005', last: '020010' });
    expect(codeOf(await bini.post('/api/sheets/loads', { stationId: here, first: '020004', last: '020005' }).expect(409))).toBe('sheets-not-here');
  });

  it('names the skipped sheets in the order of feeding, where lower numbers were loaded under higher ones', async () => {
    const lost = (await sheets()).trays.find(({ station }) => station === 'Postazione 9')?.stationId ?? '';
    await act('loads', { stationId: lost, first: '014102', last: '014105' });
    const { matters } = await act('numbers', { stationId: lost, number: '014103', isSpent: false });
    const skipped = [{ first: '014102', last: '014102' }, { first: '020005', last: '020010' }];
    expect(matters.find(({ kind }) => kind === 'number-skipped')).toMatchObject({ expected: '020005', numberRead: '014103', ranges: skipped });
  });
});
