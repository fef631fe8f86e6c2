// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskView, type SheetsView } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { readingOf } from '../../testing/test-cards';

describe('/api/desk', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  it('shows the station as it says that it is', async () => {
    await station.status({ ...READY, reader: 'no-reader', envelopes: 'media-jam' });
    const desk = DeskView.parse((await operator.get('/api/desk').expect(200)).body);
    expect(desk.station).toMatchObject({ name: 'Postazione 1', isOnline: true, reader: 'no-reader', envelopes: 'media-jam', forms: 'ready' });
    await station.status(READY);
  });

  it('follows a card from its insertion to its removal, and keeps nothing of it', async () => {
    const [card, insertionId] = [await api.card(), randomUUID()];
    const at = api.clock.now().toISOString();
    await station.cardEvent({ type: 'inserted', reader: 'citizen', insertionId, at });
    expect((await operator.desk()).cardInReader).toEqual({ state: 'reading', insertionId, insertedAt: at });

    await station.insert(card, insertionId);
    const shown = DeskView.parse(await operator.desk()).cardInReader;
    expect(shown).toMatchObject({
      state: 'recognised',
      insertionId,
      openCaseId: null,
      card: { idCarta: card.idCarta, cardType: 'ST2021', regionName: 'Toscana', state: 'inactive', certificate: { status: 'valid', dataHash: 'padded' }, revocation: { status: 'not-checked', by: null, checkedAt: null, revokedAt: null }, warnings: [] },
    });

    await station.remove(insertionId);
    expect((await operator.desk()).cardInReader).toBeNull();
    const [row] = await api.database.query<{ text: string }>('select r::text as text from card_in_reader r');
    expect(row?.text).toContain('removed');
    expect(row?.text).not.toContain(card.idCarta);
  });

  it('shows the card in the operator’s reader beside the citizen’s, and opens no case on it', async () => {
    const [citizens, second, insertionId] = [await api.card(), await api.card(), randomUUID()];
    const at = api.clock.now().toISOString();
    await station.status({ ...READY, operatorReader: 'ready' });
    const first = await station.insert(citizens);
    await station.cardEvent({ type: 'inserted', reader: 'operator', insertionId, at });
    await station.cardEvent({ type: 'recognised', reader: 'operator', insertionId, at, reading: readingOf(second) });
    expect(DeskView.parse(await operator.desk())).toMatchObject({
      station: { operatorReader: 'ready' },
      cardInReader: { insertionId: first, card: { idCarta: citizens.idCarta } },
      secondCard: { state: 'recognised', insertionId, card: { idCarta: second.idCarta } },
    });
    expect(codeOf(await operator.post('/api/cases', { insertionId }))).toBe('card-changed');

    await station.cardEvent({ type: 'removed', reader: 'operator', insertionId, at });
    expect(await operator.desk()).toMatchObject({ cardInReader: { insertionId: first }, secondCard: null });
    await station.remove(first);
    await station.status(READY);
  });

  it('sends nobody away over the second card', async () => {
    const insertionId = randomUUID();
    const before = (await operator.desk()).today.refused;
    await station.cardEvent({ type: 'not-usable', reader: 'operator', insertionId, at: api.clock.now().toISOString(), reason: 'no-chip' });
    expect(await operator.desk()).toMatchObject({ secondCard: { state: 'not-usable', reason: 'no-chip' }, today: { refused: before } });
    await station.cardEvent({ type: 'removed', reader: 'operator', insertionId, at: api.clock.now().toISOString() });
  });

  it('hides the card of a station that is away: what it said last may not be true any more', async () => {
    const insertionId = await station.insert(await api.card());
    expect((await operator.desk()).cardInReader?.state).toBe('recognised');
    api.clock.pass({ seconds: 46 });
    expect(await operator.desk()).toMatchObject({ station: { isOnline: false }, cardInReader: null });
    await station.disconnect();
    await station.connect();
    expect(await operator.desk()).toMatchObject({ station: { isOnline: true }, cardInReader: { insertionId } });
    await station.remove(insertionId);
  });

  it('says why a card cannot be used, and counts who was sent away', async () => {
    const insertionId = randomUUID();
    const before = (await operator.desk()).today.refused;
    await station.cardEvent({ type: 'not-usable', reader: 'citizen', insertionId, at: api.clock.now().toISOString(), reason: 'no-chip' });
    await station.cardEvent({ type: 'not-usable', reader: 'citizen', insertionId, at: api.clock.now().toISOString(), reason: 'no-chip' });
    expect(await operator.desk()).toMatchObject({ cardInReader: { state: 'not-usable', reason: 'no-chip' }, today: { refused: before + 1 } });
    await station.remove(insertionId);
  });

  it('shows sheets and stop of the printer that would print, where a desk has two', async () => {
    const code = 'ABCD-EFGH-5555';
    await api.provision({ stations: [{ desk: 'MS-2', name: 'Postazione 2', enrolmentCode: code }], sheets: [{ desk: 'MS-2', station: 'Postazione 2', from: '000101', to: '000103' }] });
    const second = await api.stationWith(code);
    const { trays } = (await operator.get('/api/sheets').expect(200)).body as SheetsView;
    const stationId = trays.find(({ station }) => station === 'Postazione 2')?.stationId;
    await operator.post('/api/sheets/numbers', { stationId, number: '000102', isSpent: false }).expect(200);
    expect(await operator.desk()).toMatchObject({ station: null, stationChoice: 'asked', cardInReader: null });
    await api.bind(operator, station);
    const { next } = (await operator.desk()).sheets;
    expect(await operator.desk()).toMatchObject({ station: { name: 'Postazione 1' }, stationChoice: 'made', custody: { stop: null, matters: 1 } });
    expect(next).not.toBe('000101');
    const insertionId = await second.insert(await api.card());
    expect(await operator.desk()).toMatchObject({ station: { name: 'Postazione 1' }, cardInReader: null });
    await api.bind(operator, second);
    expect(await operator.desk()).toMatchObject({ station: { name: 'Postazione 2' }, cardInReader: { state: 'recognised' }, sheets: { loaded: 3, next: '000101' }, custody: { stop: 'number-skipped' } });
    await second.remove(insertionId);
    await second.disconnect();
    await api.bind(operator, station);
  });

  it('is each operator’s own', async () => {
    const insertionId = await station.insert(await api.card());
    const elsewhere = await (await api.signIn('carli')).desk();
    expect(elsewhere).toMatchObject({ station: null, cardInReader: null, openCases: [], sheets: { next: '000419' } });
    await station.remove(insertionId);
  });

  it('is for those who work at it', async () => {
    expect(codeOf(await supertest(api.url).get('/api/desk').expect(401))).toBe('not-signed-in');
    const administrator = await api.signIn('admin');
    const refused = await administrator.get('/api/desk').expect(403);
    expect(refused.body).toMatchObject({ code: 'forbidden', details: { permission: 'desk.read' } });
    await administrator.get('/api/desk/events').expect(403);
    await supertest(api.url).get('/api/desk/events').expect(401);
  });

  describe('/events', () => {
    it('speaks at once, then at each change, and says nothing of another desk', async () => {
      const [events, elsewhere] = [await operator.events(), await (await api.signIn('carli')).events()];
      expect(await events.next()).toEqual({ event: 'desk', data: { topic: 'card' } });
      await elsewhere.next();
      const insertionId = await station.insert(await api.card());
      expect(await events.next()).toEqual({ event: 'desk', data: { topic: 'card' } });
      const opened = await operator.open(insertionId);
      expect(await events.next(({ data }) => (data as { topic: string }).topic === 'case')).toEqual({ event: 'desk', data: { topic: 'case', caseId: opened.id } });
      await station.status(READY);
      await events.next(({ data }) => (data as { topic: string }).topic === 'station');
      await expect(elsewhere.next(() => true, 200)).rejects.toThrow('no such event came');
      await station.remove(insertionId);
      events.close();
      elsewhere.close();
    });

    it('ends with the session', async () => {
      const leaving = await api.signIn();
      const events = await leaving.events();
      await events.next();
      await supertest(api.url).delete('/api/session').set('cookie', leaving.cookie).set('x-csrf-token', leaving.session.csrfToken).expect(204);
      expect(await events.next()).toEqual({ event: 'desk', data: { topic: 'session' } });
      await events.ended;
    });

    it('tells everybody to read again when the connection for notices was lost and is back', async () => {
      const events = await operator.events();
      await events.next();
      const killed = await api.database.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'sportello-api-notices' and datname = current_database()`);
      expect(killed).toHaveLength(1);
      expect(await events.next()).toEqual({ event: 'desk', data: { topic: 'station' } });
      await station.status(READY);
      expect(await events.next()).toEqual({ event: 'desk', data: { topic: 'station' } });
      events.close();
    });
  });
});
