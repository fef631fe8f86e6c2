// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ManagedStation, StationsView } from '@sportello/contracts';
import { generateSigningKeyPair, signingKeyOf } from '@sportello/seal';
import { randomUUID } from 'node:crypto';
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { PASSWORD, TestApi } from '../../testing/test-api';

const STATUS = '/api/station/status';

describe('the stations of an installation', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let administrator: OperatorClient;
  let copy: string;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, administrator, copy] = await Promise.all([api.signIn(), api.signIn('admin'), api.copy()]);
  });
  afterAll(() => api.close());

  const desks = async (): Promise<StationsView['desks']> => ((await administrator.get('/api/stations').expect(200)).body as StationsView).desks;
  const found = async (id: string): Promise<ManagedStation> => {
    const station = (await desks()).flatMap(({ stations }) => stations).find((each) => each.id === id);
    if (!station) throw new Error('no such station');
    return station;
  };
  let made = 0;
  /** A station of its own, with sheets in its printer, at which the operator stands. */
  const station = async (): Promise<StationClient> => {
    made += 1;
    const [name, enrolmentCode] = [`Postazione ${made}0`, `WXYZ-ABCD-${2000 + made}`];
    const box = { from: String(200_000 + made * 10), to: String(200_009 + made * 10) };
    await api.provision({ stations: [{ desk: 'MS-2', name, enrolmentCode }], sheets: [{ desk: 'MS-2', station: name, ...box }] });
    const enrolled = await api.stationWith(enrolmentCode);
    await api.bind(operator, enrolled);
    return enrolled;
  };
  const revoke = async ({ id }: Pick<StationClient, 'id'>) => administrator.post(`/api/stations/${id}/revocation`, { revision: (await found(id)).revision, because: 'lost' });

  it('are shown to the administrator, desk by desk, and to nobody else', async () => {
    const here = await station();
    const massa = (await desks()).find(({ place }) => place === 'Massa');
    expect(massa).toMatchObject({ name: 'Sportello 2', body: 'Azienda sanitaria di esempio', isClosed: false });
    expect(massa?.stations.map(({ name, state }) => [name, state])).toEqual([['Postazione 1', 'awaited'], ['Postazione 10', 'online']]);
    expect(await found(here.id)).toMatchObject({ reader: 'ready', version: 'test', isTest: true, codeGoodUntil: null, revoked: null });
    for (const name of ['bini', 'sarti']) expect(codeOf(await (await api.signIn(name)).get('/api/stations').expect(403))).toBe('forbidden');
    await here.disconnect();
    expect((await found(here.id)).state).toBe('away');
  });

  it('are added with a name that no living one of the desk has, and enrolled with a code', async () => {
    const deskId = (await desks()).find(({ place }) => place === 'Carrara')?.id;
    const view = (await administrator.post('/api/stations', { deskId, name: 'Banco' }).expect(200)).body as StationsView;
    const added = view.desks.flatMap(({ stations }) => stations).find(({ name }) => name === 'Banco');
    expect(added).toMatchObject({ state: 'awaited', codeGoodUntil: null });
    expect((await administrator.post('/api/stations', { deskId, name: 'Banco' }).expect(409)).body).toMatchObject({ code: 'name-taken' });
    const { code } = (await administrator.post(`/api/stations/${added?.id ?? ''}/enrolment-code`, {}).expect(200)).body as { code: string };
    expect((await found(added?.id ?? '')).codeGoodUntil).not.toBeNull();
    const enrolled = await api.stationWith(code);
    expect((await found(enrolled.id)).state).toBe('online');
    await revoke(enrolled);
    await administrator.post('/api/stations', { deskId, name: 'Banco' }).expect(200);
  });

  it('of a body with an administrator of its own are that one’s alone', async () => {
    const hospital = { body: 'Ospedale di esempio', kind: 'hospital-trust' };
    await api.provision({
      bodies: [{ name: hospital.body, kind: hospital.kind }],
      desks: [{ code: 'OSP', name: 'Ospedale 1', place: 'Massa', ...hospital }],
      operators: [{ username: 'neri', password: PASSWORD, displayName: 'B. Neri', roles: ['administrator'], desk: 'OSP' }],
    });
    const elsewhere = await api.signIn('neri');
    const seen = async (by: OperatorClient) => ((await by.get('/api/stations').expect(200)).body as StationsView).desks;
    const here = await station();
    const deskId = (await desks()).find(({ place }) => place === 'Carrara')?.id;
    const asks = [
      ['', { deskId, name: 'Di un altro' }],
      [`/${here.id}/name`, { revision: 1, name: 'Di un altro' }],
      [`/${here.id}/enrolment-code`, {}],
      [`/${here.id}/revocation`, { revision: 1, because: 'lost' }],
    ] as const;
    for (const [path, body] of asks) expect([path, codeOf(await elsewhere.post(`/api/stations${path}`, body))]).toEqual([path, 'not-found']);
    expect((await found(here.id)).state).toBe('online');
    expect((await seen(elsewhere)).map(({ body }) => body)).toEqual([hospital.body]);
    expect((await seen(administrator)).map(({ body }) => body)).not.toContain(hospital.body);
    await here.disconnect();
  });

  it('are renamed, which the desk hears at once, and two administrators at once notice each other', async () => {
    const here = await station();
    const events = await operator.events();
    await events.next();
    const rename = (name: string) => administrator.post(`/api/stations/${here.id}/name`, { revision: 1, name });
    expect((await rename('Banco in fondo')).status).toBe(200);
    await events.next(({ data }) => (data as { topic: string }).topic === 'station');
    events.close();
    expect((await operator.desk()).station).toMatchObject({ name: 'Banco in fondo' });
    expect((await rename('Altro')).body).toMatchObject({ code: 'place-changed' });
    expect((await administrator.post(`/api/stations/${here.id}/name`, { revision: 2, name: 'Postazione 1' }).expect(409)).body).toMatchObject({ code: 'name-taken' });
    const [told] = await api.database.query<{ change: object }>(`select change from audit_row where act = 'station.renamed' and station_id = $1`, [here.id]);
    expect(told?.change).toMatchObject({ after: { name: 'Banco in fondo' } });
    await here.disconnect();
  });

  it('number their requests over all copies of the API', async () => {
    const here = await station();
    const sequence = here.nextSequence();
    expect((await here.post(STATUS, READY, { sequence })).status).toBe(204);
    expect(codeOf(await here.post(STATUS, READY, { sequence, url: copy }))).toBe('replayed');
    const next = here.nextSequence();
    const both = await Promise.all([here.post(STATUS, READY, { sequence: next }), here.post(STATUS, READY, { sequence: next, url: copy })]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 401]);
    await here.disconnect();
  });

  describe('that are revoked', () => {
    it('are out at once: the stream ends, at another copy of the API too, and the next request is refused under a name of its own', async () => {
      const here = await station();
      await here.disconnect();
      await here.openStream(copy);
      const stream = here.detachStream();
      expect((await revoke(here)).status).toBe(200);
      await stream.ended;
      expect(codeOf(await here.post(STATUS, READY))).toBe('station-revoked');
      expect(codeOf(await here.post(STATUS, READY, { url: copy }))).toBe('station-revoked');
      // To whoever has not its key nothing is said of it.
      const foreign = { ...signingKeyOf((await generateSigningKeyPair()).privateKey), keyId: here.id };
      expect(codeOf(await here.post(STATUS, READY, { key: foreign }))).toBe('signature-invalid');
      expect(await found(here.id)).toMatchObject({ state: 'revoked', revoked: { because: 'lost' } });
      const told = await api.database.query(`select actor, details->>'because' as because from audit_row where act = 'station.revoked' and station_id = $1`, [here.id]);
      expect(told).toEqual([{ actor: 'operator', because: 'lost' }]);
    });

    it('are revoked once, get no code and no name any more', async () => {
      const here = await station();
      const { revision } = await found(here.id);
      const ask = () => administrator.post(`/api/stations/${here.id}/revocation`, { revision, because: 'replaced' });
      const both = await Promise.all([ask(), ask()]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(codeOf(await administrator.post(`/api/stations/${here.id}/enrolment-code`, {}).expect(404))).toBe('not-found');
      expect((await administrator.post(`/api/stations/${here.id}/name`, { revision: revision + 1, name: 'Altro' }).expect(409)).body).toMatchObject({ code: 'place-changed', details: { isRevoked: true } });
      expect(codeOf(await administrator.post(`/api/stations/${randomUUID()}/revocation`, { revision: 1, because: 'lost' }).expect(404))).toBe('not-found');
    });

    it('leave no card on the page, nor what was read from it', async () => {
      const here = await station();
      await here.insert(await api.card());
      expect((await operator.desk()).cardInReader).toMatchObject({ state: 'recognised' });
      await revoke(here);
      expect(await operator.desk()).toMatchObject({ station: null, cardInReader: null });
      expect(await api.database.query('select state, facts from card_in_reader where station_id = $1', [here.id])).toEqual([{ state: 'removed', facts: null }]);
    });

    it('leave an envelope that they did not ask to print to be printed elsewhere: its sheet is free, its codes are dead', async () => {
      const here = await station();
      const story = await DeskStory.printing(api, operator, here);
      await revoke(here);
      const other = await station();
      expect(await story.now()).toMatchObject({ state: 'authorised', spoiledSheet: null, obstacle: { code: 'no-card' } });
      expect(await api.database.query(`select state, outcome from job where case_id = $1 group by 1, 2 order by 1`, [story.id])).toMatchObject([{ state: 'cancelled' }, { state: 'failed', outcome: 'station-revoked' }]);
      await story.comeBack(other);
      expect(await story.act('envelope')).toMatchObject({ state: 'printing' });
      await other.disconnect();
    });

    it('spoil the sheet that may have come out of their printer', async () => {
      const here = await station();
      const story = await DeskStory.printing(api, operator, here);
      const drawn = await here.draw(story.printJob);
      expect((await here.post('/api/station/intents', drawn.request)).status).toBe(200);
      expect((await here.report(story.printJob.jobId, { type: 'submitted' })).status).toBe(204);
      await revoke(here);
      expect(await story.now()).toMatchObject({ state: 'authorised', spoiledSheet: story.printJob.controlNumber });
    });

    it('leave a write interrupted, with its codes at a station that is gone', async () => {
      const here = await station();
      const story = await DeskStory.writing(api, operator, here);
      await revoke(here);
      const other = await station();
      await story.comeBack(other);
      expect(await story.now()).toMatchObject({ state: 'interrupted', obstacle: { code: 'supervisor-needed', details: { because: 'codes-at-another-station', station: null } } });
      await other.disconnect();
    });
  });
});
